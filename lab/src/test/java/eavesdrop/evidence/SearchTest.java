package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import eavesdrop.search.How;
import eavesdrop.search.Scans;
import eavesdrop.testing.Planted;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A text that crosses the wire in whatever form, in whatever segments, is found where it is.
class SearchTest {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50Z");
    private static final String CODEWORD = "amber-otter-42";
    /// Bytes of a frame before its payload: Ethernet, IPv4, TCP.
    private static final int HEADERS = 54;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// How the two segments of a message cross the wire.
    enum Order {
        AS_SENT,
        SECOND_FIRST,
        EACH_TWICE
    }

    /// What must be found.
    private record Expected(int stream, long offset, List<Integer> frames, int frameOffset, How how) {
        static Expected of(WireSighting sighting) {
            return new Expected(
                    sighting.stream(),
                    sighting.streamOffset(),
                    sighting.frames(),
                    sighting.frameOffset(),
                    sighting.how());
        }
    }

    /// A capture in the making: each message has a stream of its own.
    private static final class Wire implements AutoCloseable {
        final CaptureWriter capture;
        final Endpoint server = new Endpoint(address(0), 12345);
        int streams;
        int frames;

        Wire(Path file) throws IOException {
            capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test");
        }

        /// Returns the frame's number.
        int send(int stream, int offset, byte[] payload) throws IOException {
            Endpoint client = new Endpoint(address(1 + stream / 50_000), 1024 + stream % 50_000);
            TcpFrame frame = new TcpFrame(client, server, 1000 + offset, 1, TcpFrame.ACK, payload);
            capture.write(START.plusMillis(frames), frame.ethernet());
            return ++frames;
        }

        private static InetAddress address(int last) throws IOException {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
        }

        @Override
        public void close() throws IOException {
            capture.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryFormSplitAtEveryByte(Order order) throws IOException {
        List<Planted> all = Planted.all(CODEWORD, 7, 4);
        for (int from = 0; from < all.size(); from += 40) {
            findsAll(all.subList(from, Math.min(all.size(), from + 40)), order);
        }
    }

    private void findsAll(List<Planted> messages, Order order) throws IOException {
        Path file = folder.resolve("planted.pcapng");
        List<Expected> expected = new ArrayList<>();
        try (Wire wire = new Wire(file)) {
            for (Planted planted : messages) {
                int last = Math.min(planted.message().length, 200);
                for (int split = 1; split < last; split++) {
                    int stream = wire.streams++;
                    expected.add(plant(wire, stream, planted, split, order));
                }
            }
        }

        Search search = search(file, CODEWORD);

        Map<Integer, List<Expected>> found = new HashMap<>();
        for (WireSighting sighting : search.sightings()) {
            if (!sighting.again() && !isAnotherReading(sighting, expected.get(sighting.stream()))) {
                found.computeIfAbsent(sighting.stream(), _ -> new ArrayList<>()).add(Expected.of(sighting));
            }
        }
        expected.forEach(one -> assertThat(found.getOrDefault(one.stream(), List.of()))
                .as("stream %d", one.stream())
                .containsExactly(one));
        assertThat(search.sightings().stream()
                        .filter(WireSighting::again)
                        .filter(sighting -> !isAnotherReading(sighting, expected.get(sighting.stream())))
                        .count())
                .isEqualTo(order == Order.EACH_TWICE ? expected.size() : 0);
        assertThat(search.searched().repeated() > 0).isEqualTo(order == Order.EACH_TWICE);
        assertThat(search.lacking().nothing()).isTrue();
    }

    /// Deflate falls into step by itself, so that the same data may also be readable from a place nearby; the
    /// headers of gzip and zlib have it behind them.
    private static boolean isAnotherReading(WireSighting sighting, Expected expected) {
        return sighting.how() instanceof How.Compressed
                && expected.how() instanceof How.Compressed
                && sighting.streamOffset() != expected.offset();
    }

    private static Expected plant(Wire wire, int stream, Planted planted, int split, Order order) throws IOException {
        byte[] message = planted.message();
        // The first byte fixes where the stream begins, so that what comes out of order has a place.
        int hello = wire.send(stream, 0, new byte[] {'\n'});
        byte[] first = Arrays.copyOf(message, split);
        byte[] second = Arrays.copyOfRange(message, split, message.length);
        boolean swapped = order == Order.SECOND_FIRST;
        int secondFrame = swapped ? wire.send(stream, 1 + split, second) : hello + 2;
        int firstFrame = wire.send(stream, 1, first);
        if (!swapped) {
            secondFrame = wire.send(stream, 1 + split, second);
        }
        if (order == Order.EACH_TWICE) {
            wire.send(stream, 1, first);
            wire.send(stream, 1 + split, second);
        }
        boolean inFirst = planted.start() < split;
        boolean inSecond = planted.start() + Math.max(1, planted.length()) > split;
        List<Integer> frames = new ArrayList<>();
        if (inFirst) {
            frames.add(firstFrame);
        }
        if (inSecond) {
            frames.add(secondFrame);
        }
        int frameOffset = HEADERS + planted.start() - (inFirst ? 0 : split);
        return new Expected(stream, 1 + planted.start(), frames, frameOffset, planted.how());
    }

    @Test
    void findsNoTextThatWasNotSent() throws IOException {
        Random random = new Random(11);
        Path file = folder.resolve("varied.pcapng");
        try (Wire wire = new Wire(file)) {
            for (int stream = 0; stream < 10; stream++) {
                int offset = 0;
                for (int i = 0; i < 20; i++) {
                    byte[] payload = varied(random, stream % 5);
                    wire.send(stream, offset, payload);
                    offset += payload.length;
                }
            }
        }
        for (int i = 0; i < 1_000; i++) {
            String text = notSent(random, i % 4);
            Search search = search(file, text);
            assertThat(search.sightings()).as(text).isEmpty();
            assertThat(search.searched().bytes()).isGreaterThan(75_000);
        }
    }

    private static String notSent(Random random, int kind) {
        String word = random.ints(3, 0, 26)
                .mapToObj(c -> String.valueOf((char) ('a' + c)))
                .collect(Collectors.joining());
        return switch (kind) {
            case 0 -> "amber-" + word + "-" + random.nextInt(10, 100);
            case 1 -> "meet me at " + word;
            case 2 -> random.nextInt(1_000_000_000) + word + "é";
            default -> word + word.toUpperCase(Locale.ROOT) + "!";
        };
    }

    /// Random bytes, base64, hexadecimal digits, also in lines, English, compressed English.
    private static byte[] varied(Random random, int kind) throws IOException {
        byte[] bytes = new byte[400];
        random.nextBytes(bytes);
        String english = "the otter met an amber fox at " + random.nextInt() + " in the morning, said Alice;\n";
        return switch (kind) {
            case 0 -> bytes;
            case 1 -> Base64.getMimeEncoder().encode(bytes);
            case 2 ->
                HexFormat.of()
                        .formatHex(bytes)
                        .replaceAll(".{60}", random.nextBoolean() ? "$0\n" : "$0")
                        .getBytes(StandardCharsets.US_ASCII);
            case 3 -> english.repeat(5).getBytes(StandardCharsets.US_ASCII);
            default -> Planted.gzip(english.repeat(9).getBytes(StandardCharsets.US_ASCII));
        };
    }

    @Test
    void findsWhatLiesAcrossBlocksOnAnotherThreadToo() throws IOException {
        Path file = folder.resolve("long.pcapng");
        StringBuilder talk = new StringBuilder();
        List<Long> places = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            talk.append("x".repeat(i % 61));
            places.add((long) talk.length());
            talk.append(CODEWORD);
        }
        try (Wire wire = new Wire(file)) {
            byte[] bytes = talk.toString().getBytes(StandardCharsets.US_ASCII);
            for (int at = 0; at < bytes.length; at += 997) {
                wire.send(0, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 997)));
            }
        }
        try (CaptureReader reader = CaptureReader.open(file);
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Search search = Search.of(reader, CODEWORD, other, _ -> {});
            assertThat(search.sightings())
                    .extracting(WireSighting::streamOffset)
                    .isEqualTo(places);
        }
    }

    @Test
    void findsNothingAcrossAGapAndSaysWhatIsMissing() throws IOException {
        Path file = folder.resolve("gap.pcapng");
        try (Wire wire = new Wire(file)) {
            wire.send(0, 0, "amber-".getBytes(StandardCharsets.US_ASCII));
            wire.send(0, 1_000, "otter-42".getBytes(StandardCharsets.US_ASCII));
        }
        Search search = search(file, CODEWORD);
        assertThat(search.count()).isZero();
        assertThat(search.lacking().gaps()).isEqualTo(1);
        assertThat(search.lacking().missing()).isEqualTo(994);
        assertThat(search.lacking().nothing()).isFalse();
        assertThat(search.searched().bytes()).isEqualTo(14);
    }

    @Test
    void findsATextInWhatContradictsEarlierBytes() throws IOException {
        Path file = folder.resolve("contradiction.pcapng");
        try (Wire wire = new Wire(file)) {
            wire.send(0, 0, "nothing to see here".getBytes(StandardCharsets.US_ASCII));
            wire.send(0, 0, "amber-o".getBytes(StandardCharsets.US_ASCII));
            wire.send(0, 7, "tter-42".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(search(file, CODEWORD).sightings())
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.again()).isTrue())
                .satisfies(sighting -> assertThat(sighting.frames()).containsExactly(2, 3));
    }

    @Test
    void keepsTheFirstOfVeryManyFindings() throws IOException {
        Path file = folder.resolve("many.pcapng");
        try (Wire wire = new Wire(file)) {
            for (int i = 0; i < 500; i++) {
                wire.send(0, i * 1000, "a".repeat(1000).getBytes(StandardCharsets.US_ASCII));
            }
        }
        Search search = search(file, "a");
        assertThat(search.count()).isEqualTo(500_000);
        assertThat(search.sightings())
                .hasSize(10_000)
                .last()
                .extracting(WireSighting::frame)
                .isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc", "é", "漢", "aaaaaaaaaaaaaaaaaa", "%", "100% sure + 2 = 3"})
    void findsTextsOfEveryKindAsTheyAre(String text) throws IOException {
        Path file = folder.resolve("short.pcapng");
        try (Wire wire = new Wire(file)) {
            wire.send(0, 0, ("\u0001\u0002" + text).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(search(file, text).sightings())
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.how()).isEqualTo(new How.Plain()))
                .satisfies(sighting -> assertThat(sighting.streamOffset()).isEqualTo(2));
    }

    /// For a long text more of each direction is kept, so that fewer directions fit.
    @Test
    void countsTheMemoryThatALongTextTakesInEachDirection() {
        Scans scans = new Scans(CODEWORD.repeat(100));
        SearchSinks sinks = new SearchSinks(scans, new Lane(Runnable::run, 1));

        assertThat(sinks.memory()).isGreaterThan(scans.longest());
    }

    private static Search search(Path file, String text) {
        try (CaptureReader reader = CaptureReader.open(file)) {
            return Search.of(reader, text);
        }
    }
}
