package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.ControlBits;
import eavesdrop.tcp.Segment;
import eavesdrop.tcp.Stream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The evidence in a capture file and, where there is one, an operator log. Keeps a record for each TCP
/// frame, so it is for captures of a lab, not for gigabytes.
public final class CaptureEvidence implements Evidence {
    private final List<WireLine> lines;
    private final Map<Integer, Frame> frames;
    private final Map<Integer, Ethernet> ethernet;
    private final Path capture;
    private final List<TlsConnection> tls;
    private final Optional<OperatorLog> operator;
    private final Optional<OperatorLog> mallory;
    private final List<String> limits;

    private CaptureEvidence(
            List<WireLine> lines,
            Map<Integer, Frame> frames,
            Map<Integer, Ethernet> ethernet,
            Path capture,
            List<TlsConnection> tls,
            Optional<OperatorLog> operator,
            Optional<OperatorLog> mallory,
            List<String> limits) {
        this.lines = lines;
        this.frames = frames;
        this.ethernet = ethernet;
        this.capture = capture;
        this.tls = tls;
        this.operator = operator;
        this.mallory = mallory;
        this.limits = limits;
    }

    /// Reads both files to their ends.
    ///
    /// @throws LabException (file) when the capture cannot be used, or the log is named but cannot be read
    public static CaptureEvidence read(Path capture, Optional<Path> operatorLog) {
        return read(capture, operatorLog, Optional.empty());
    }

    /// The same with Mallory's log, where she was in between.
    public static CaptureEvidence read(Path capture, Optional<Path> operatorLog, Optional<Path> malloryLog) {
        List<WireLine> lines = new ArrayList<>();
        Map<Integer, Frame> frames = new LinkedHashMap<>();
        Map<Integer, Ethernet> ethernet = new HashMap<>();
        List<String> limits = new ArrayList<>();
        ChatLines chat = new ChatLines(lines::add);
        TlsStreams tls = new TlsStreams();
        try (CaptureReader reader = CaptureReader.open(capture)) {
            Listening.FrameListener listener = (segment, stream) -> {
                frames.put(segment.frame(), frame(segment, stream));
                Ethernet.of(reader.packet()).ifPresent(header -> ethernet.put(segment.frame(), header));
            };
            Listening listening = new Listening(reader, new BothSinks(chat, tls), listener, false);
            listening.untilEnd();
            chat.finish();
            limits.addAll(listening.limits());
            limits.addAll(chat.limits());
        }
        lines.sort(ORDER);
        Optional<OperatorLog> operator = operatorLog.map(OperatorLog::read);
        operator.ifPresent(log -> limits.addAll(log.limits()));
        Optional<OperatorLog> mallory = malloryLog.map(OperatorLog::read);
        return new CaptureEvidence(
                List.copyOf(lines),
                frames,
                ethernet,
                capture,
                tls.connections(),
                operator,
                mallory,
                List.copyOf(limits));
    }

    /// By the frame of the first byte, then by its place in that frame.
    static final Comparator<WireLine> ORDER = Comparator.comparingInt(WireLine::frame)
            .thenComparingInt(WireLine::stream)
            .thenComparingLong(WireLine::streamOffset);

    private static Frame frame(Segment segment, Stream stream) {
        boolean fromClient = stream.isFromClient(segment);
        return new Frame(
                segment.frame(),
                stream.index(),
                Packet.instant(segment.nanos()),
                segment.from(),
                segment.to(),
                new ControlBits(segment.controlBits()),
                segment.sequence().unsigned(),
                stream.direction(fromClient).relative(segment.sequence()),
                segment.length(),
                segment.frameOffset(),
                segment.retransmission());
    }

    @Override
    public List<WireLine> lines() {
        return lines;
    }

    @Override
    public Optional<Frame> frame(int number) {
        return Optional.ofNullable(frames.get(number));
    }

    @Override
    public Optional<Ethernet> ethernet(int number) {
        return Optional.ofNullable(ethernet.get(number));
    }

    @Override
    public List<Frame> frames() {
        return List.copyOf(frames.values());
    }

    @Override
    public List<TlsConnection> tls() {
        return tls;
    }

    /// Reads the capture once more.
    @Override
    public List<Integer> framesWith(String text) {
        try (CaptureReader reader = CaptureReader.open(capture)) {
            return Search.of(reader, text).sightings().stream()
                    .map(WireSighting::frame)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public List<OperatorRecord> operator() {
        return operator.map(OperatorLog::records).orElse(List.of());
    }

    @Override
    public List<OperatorRecord> mallory() {
        return mallory.map(OperatorLog::records).orElse(List.of());
    }

    @Override
    public boolean hasOperatorLog() {
        return operator.isPresent();
    }

    @Override
    public List<String> limits() {
        return limits;
    }
}
