package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.worksheet.Answer.Flags;
import eavesdrop.worksheet.Answer.Offset;
import eavesdrop.worksheet.Finding.Known;
import java.util.List;
import java.util.Optional;

/// What a wrong answer about a frame probably is: of its number, or of what stands in its headers.
final class FrameDiagnosis {
    private final Evidence evidence;
    private final Copies copies;
    private final Carrying carrying;

    FrameDiagnosis(Evidence evidence) {
        this.evidence = evidence;
        this.copies = new Copies(evidence);
        this.carrying = new Carrying(evidence);
    }

    /// The frame that was named, if there is one.
    List<Integer> named(long number) {
        return frameAt(number).map(Frame::number).stream().toList();
    }

    private Optional<Frame> frameAt(long number) {
        return number < 1 || number > Integer.MAX_VALUE ? Optional.empty() : evidence.frame((int) number);
    }

    String frame(long number, Known truth) {
        Optional<Frame> frame = frameAt(number);
        if (frame.isEmpty()) {
            return "The capture has no TCP frame " + number + "." + beyond(number);
        }
        if (copies.retransmissions(truth.frames()).contains((int) number)) {
            return "That is a retransmission: the same bytes had crossed the wire before.";
        }
        if (frame.get().length() == 0) {
            return "Frame " + number + " carries no data, only the control bits "
                    + new Flags(frame.get().flagNames()).print() + ".";
        }
        return carrying.sentence(frame.get(), truth);
    }

    private String beyond(long number) {
        if (isPort(number)) {
            return " That is a port.";
        }
        List<Frame> frames = evidence.frames();
        return frames.isEmpty() || number <= frames.getLast().number()
                ? ""
                : " Its last one is " + frames.getLast().number() + ".";
    }

    private boolean isPort(long number) {
        return evidence.frames().stream().anyMatch(frame -> frame.fromPort() == number || frame.toPort() == number);
    }

    String mac(String address) {
        return evidence.frames().stream()
                        .flatMap(frame -> evidence.ethernet(frame.number()).stream())
                        .anyMatch(ethernet -> ethernet.source().equals(address))
                ? "That is the MAC address of somebody else in your capture."
                : "No frame of your capture comes from that MAC address.";
    }

    String address(String address) {
        return evidence.frames().stream()
                        .anyMatch(frame -> AnswerReader.address(frame.fromAddress())
                                .filter(ip -> ip.getHostAddress().equals(address))
                                .isPresent())
                ? "That is the address of somebody else in your capture."
                : "No frame of your capture comes from that address.";
    }

    String port(int port) {
        if (!isPort(port)) {
            return "No frame of your capture uses that port.";
        }
        return evidence.frames().stream().anyMatch(frame -> opens(frame) && frame.toPort() == port)
                ? "That is the port of the server, to which every client goes."
                : "That port is in your capture, but it belongs to another connection.";
    }

    private static boolean opens(Frame frame) {
        return frame.flagNames().contains("SYN") && !frame.flagNames().contains("ACK");
    }

    static String flags(List<String> names, Known truth) {
        List<String> right = truth.plainest() instanceof Flags(List<String> set) ? set : List.of();
        if (right.containsAll(names)) {
            return "Something is missing: more bits are set in that frame.";
        }
        return names.containsAll(right)
                ? "That is too much: not all of these bits are set in that frame."
                : "Not all of these bits are set in that frame, and others are.";
    }

    String offset(long bytes, String typed, Known truth) {
        long right = truth.plainest() instanceof Offset(long offset) ? offset : -1;
        int payload =
                frameAt(truth.frames().getFirst()).map(Frame::payloadOffset).orElse(0);
        if (typed.strip().matches("\\d+") && Long.toHexString(right).equals(typed.strip())) {
            return "Is that hexadecimal? Then write it with 0x in front.";
        }
        if (bytes == right + 1) {
            return "The first byte of a frame has the offset 0, not 1.";
        }
        if (bytes == right - payload) {
            return "That counts from the start of the TCP payload; count from the start of the frame.";
        }
        return bytes < payload
                ? "At that offset there are still the headers, before the TCP payload."
                : "At that offset in the frame there is something else.";
    }
}
