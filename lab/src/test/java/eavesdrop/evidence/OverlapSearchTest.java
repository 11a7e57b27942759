package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import eavesdrop.testing.Planted;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever listens sees every byte that crosses the wire, also one that contradicts what the stream holds already: the
/// search sees it too, and each only once.
class OverlapSearchTest {
    private static final String CODEWORD = "amber-otter-42";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// A segment of the one stream; the first one has the offset 0.
    private record Piece(int offset, String text) {}

    private Search search(Piece... pieces) throws IOException {
        Path file = folder.resolve("overlaps.pcapng");
        Endpoint client = new Endpoint(InetAddress.getByName("10.0.0.1"), 40_000);
        Endpoint server = new Endpoint(InetAddress.getByName("10.0.0.2"), 12_345);
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            for (Piece piece : pieces) {
                byte[] payload = piece.text.getBytes(StandardCharsets.ISO_8859_1);
                TcpFrame frame = new TcpFrame(client, server, 1000 + piece.offset, 1, TcpFrame.ACK, payload);
                capture.write(Instant.EPOCH, frame.ethernet());
            }
        }
        try (CaptureReader reader = CaptureReader.open(file)) {
            return Search.of(reader, CODEWORD);
        }
    }

    ///     SAY ..............|
    ///        ▐ amber-otter-42 ▌   only its last bytes are new to the stream
    @Test
    void findsWhatContradictsTheStream() throws IOException {
        Search search = search(new Piece(0, "SAY .............."), new Piece(4, CODEWORD + "\n"));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().frames()).containsExactly(2);
        assertThat(search.sightings().getFirst().streamOffset()).isEqualTo(4);
        assertThat(search.sightings().getFirst().frameOffset()).isEqualTo(54);
        assertThat(search.sightings().getFirst().again()).isTrue();
    }

    ///     SAY ...|
    ///        ▐amb▒▒▒▒▒▒▒▌         begins in bytes that the stream holds otherwise
    @Test
    void findsWhatBeginsInAContradictionAndGoesOnInTheStream() throws IOException {
        Search search = search(new Piece(0, "SAY ..."), new Piece(4, CODEWORD + "\n"));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().streamOffset()).isEqualTo(4);
    }

    @Test
    void findsItInBase64Too() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(CODEWORD.getBytes(StandardCharsets.UTF_8));

        assertThat(search(new Piece(0, "SAY ......"), new Piece(4, encoded + "\n"))
                        .count())
                .isEqualTo(1);
    }

    ///     |     ▐xxxxxxxxxxxx▌     came first, waits
    ///     |   ▐▒▒▒▒▒▒▒▒▌           waits too; the one before wins
    @Test
    void findsWhatLostAgainstASegmentThatWaited() throws IOException {
        Search search = search(
                new Piece(0, "SAY "), new Piece(12, "xxxxxxxxxxxx"), new Piece(8, CODEWORD), new Piece(4, "the "));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().frames()).containsExactly(3);
    }

    ///     SAY ...|
    ///      ▐Y ...  amber-otter-42▌   the text is new to the stream: once, in the stream
    @Test
    void findsOnceWhatIsWhollyInTheStream() throws IOException {
        Search search = search(new Piece(0, "SAY ..."), new Piece(2, "Y ...  " + CODEWORD + "\n"));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().again()).isFalse();
        assertThat(search.searched().bytes()).isEqualTo(24);
        assertThat(search.searched().repeated()).isEqualTo(5);
    }

    @Test
    void findsInTheRepetitionWhatIsRepeated() throws IOException {
        Search search = search(new Piece(0, "SAY " + CODEWORD), new Piece(4, CODEWORD + " again\n"));

        assertThat(search.sightings().stream().map(WireSighting::again)).isEqualTo(List.of(false, true));
    }

    ///     |         ▐er-42 again▌   came first, so the stream begins here
    ///     |    ▐r-ott▌
    ///     | ▐ambe▌                  comes last, and stands first
    @Test
    void findsWhatBeginsBeforeTheFirstCapturedByte() throws IOException {
        Search search = search(new Piece(9, "er-42 again"), new Piece(4, "r-ott"), new Piece(0, "ambe"));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().frames()).containsExactly(3, 2, 1);
        assertThat(search.sightings().getFirst().streamOffset()).isEqualTo(-9);
        assertThat(search.sightings().getFirst().again()).isTrue();
    }

    @Test
    void findsThatInALongStreamToo() throws IOException {
        Search search = search(
                new Piece(6, "otter-42" + " and so on".repeat(1_000)),
                new Piece(10_014, "to its end".repeat(1_000)),
                new Piece(0, "amber-"));

        assertThat(search.sightings()).hasSize(1);
        assertThat(search.sightings().getFirst().frames()).containsExactly(3, 1);
    }

    @Test
    void findsOnceForEachTimeWhatLiesBeforeTheFirstCapturedByte() throws IOException {
        Piece early = new Piece(2, CODEWORD + ", ");

        assertThat(search(new Piece(20, "later"), early, new Piece(0, "x ")).count())
                .isEqualTo(1);
        assertThat(search(new Piece(20, "later"), early, early).count()).isEqualTo(2);
        assertThat(search(new Piece(17, " later"), new Piece(0, "x " + CODEWORD + ", later"))
                        .count())
                .isEqualTo(1);
        assertThat(search(new Piece(9, "tter-42 x"), new Piece(2, CODEWORD + ", la"))
                        .count())
                .isEqualTo(1);
        assertThat(search(new Piece(8, "ter-42"), new Piece(5, "-ot"), new Piece(0, "amber-ot"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysThatCompressedDataFromBeforeTheFirstCapturedByteWasNotUnpackedToItsEnd() throws IOException {
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        byte[] talk = (HexFormat.of().formatHex(noise) + CODEWORD).getBytes(StandardCharsets.US_ASCII);
        String packed = new String(Planted.gzip(talk), StandardCharsets.ISO_8859_1);

        Search inOrder = search(new Piece(0, packed));
        assertThat(inOrder.count()).isEqualTo(1);
        assertThat(inOrder.lacking().compressedParts()).isZero();

        Search inDisorder = search(new Piece(30, packed.substring(30)), new Piece(0, packed.substring(0, 30)));
        assertThat(inDisorder.count()).isZero();
        assertThat(inDisorder.lacking().compressedParts()).isEqualTo(1);
    }

    /// More than is kept: the second half of the text comes before the first.
    @Test
    void saysThatTooMuchCameFromBeforeTheFirstCapturedByte() throws IOException {
        String large = "-".repeat(60_000);
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(290 * large.length(), "later")));
        for (int i = 0; i < 290; i++) {
            pieces.add(new Piece(i * large.length(), large));
        }
        pieces.add(new Piece(-8, "otter-42"));
        pieces.add(new Piece(-14, "amber-"));

        Search search = search(pieces.toArray(Piece[]::new));

        assertThat(search.count()).isZero();
        assertThat(search.lacking().nothing()).isFalse();
        assertThat(search.lacking().limits())
                .singleElement()
                .asString()
                .contains("before the first captured byte")
                .matches(".*: [1-9][0-9]*\\.");
    }

    @Test
    void findsWhatGoesOnInTheFirstCapturedBytesThoughMuchElseCameBeforeThem() throws IOException {
        String large = "-".repeat(60_000);
        int first = 290 * large.length();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece(first, "otter-42"));
        pieces.add(new Piece(first - 6, "amber-"));
        for (int i = 0; i < 289; i++) {
            pieces.add(new Piece(i * large.length(), large));
        }
        pieces.add(new Piece(first + 8, " and so on".repeat(1_000)));

        assertThat(search(pieces.toArray(Piece[]::new)).count()).isEqualTo(1);
    }
}
