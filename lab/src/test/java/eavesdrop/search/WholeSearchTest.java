package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeSearchTest {
    private static final String CODEWORD = "amber-otter-42";

    /// RFC 1950, section 2.2: the window has 2^(8 + CINFO) bytes. Writers of small texts and of images make it small.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void findsATextInZlibWithEveryWindow(int windowInfo) throws Exception {
        byte[] data = zlib(windowInfo, "The word is " + CODEWORD + ".");

        assertThat(found(data)).contains(new How.Compressed(How.Packing.ZLIB, 12, new How.Plain()));
        // Two bytes are no header where their check bits say so. What follows is deflate even so.
        data[5] ^= 0x40;
        assertThat(found(data)).contains(new How.Compressed(How.Packing.DEFLATE, 12, new How.Plain()));
        assertThat(found(data)).allMatch(WholeSearchTest::isRaw);
    }

    /// RFC 1951 has no header: behind the frame header of a WebSocket, say, nothing tells where it begins.
    @ParameterizedTest
    @ValueSource(ints = {Deflater.DEFAULT_STRATEGY, Deflater.HUFFMAN_ONLY})
    void findsATextInRawDeflateAtEveryPlace(int strategy) throws Exception {
        Random random = new Random(3);
        for (int before = 0; before < 300; before++) {
            byte[] front = new byte[before];
            random.nextBytes(front);
            byte[] data = raw(strategy, front, "The word is " + CODEWORD + ".");

            // By chance, the two bytes before may be a header of zlib.
            assertThat(found(data))
                    .as("behind %d bytes", before)
                    .anyMatch(how -> how instanceof How.Compressed(How.Packing packing, long offset, How inside)
                            && packing != How.Packing.GZIP
                            && offset == 12
                            && inside instanceof How.Plain);
        }
    }

    /// A WebSocket leaves the last four bytes of a flush away (RFC 7692, section 7.2.1), and another frame may follow.
    @ParameterizedTest
    @ValueSource(strings = {"", "another frame"})
    void findsATextInAMessageOfAWebSocket(String behind) {
        byte[] flushed = new byte[100];
        int length;
        try (Deflater raw = new Deflater(9, true)) {
            raw.setInput(CODEWORD.getBytes(StandardCharsets.UTF_8));
            length = raw.deflate(flushed, 0, flushed.length, Deflater.SYNC_FLUSH) - 4;
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[] {(byte) 0xC1, (byte) length});
        data.write(flushed, 0, length);
        data.writeBytes(behind.getBytes(StandardCharsets.UTF_8));

        assertThat(found(data.toByteArray())).contains(new How.Compressed(How.Packing.DEFLATE, 0, new How.Plain()));
    }

    /// The verdict says as much as was done, in a small capture and in a large one.
    @Test
    void looksAtEveryPlaceOfTheFirstMegabyteAndSaysSo() throws Exception {
        byte[] packed = raw(Deflater.DEFAULT_STRATEGY, new byte[0], "The word is " + CODEWORD + ".");
        byte[] data = new byte[4 << 20];
        System.arraycopy(packed, 0, data, 1_000_000, packed.length);
        System.arraycopy(packed, 0, data, 3_000_000, packed.length);
        data[4_000_000] = '\n';
        System.arraycopy(packed, 0, data, 4_000_001, packed.length);
        List<Integer> places = new ArrayList<>();

        WholeSearch search = new WholeSearch(new Scans(CODEWORD));
        search.search(data, (_, start, _) -> places.add(start));

        // Deflate falls into step by itself: the same data may be readable from a place nearby, too.
        assertThat(places).contains(1_000_000, 4_000_001).noneMatch(place -> place > 1_000_100 && place < 4_000_001);
        assertThat(search.gaveUp()).isZero();
        assertThat(search.searched().get(Family.COMPRESSED))
                .containsPattern("at every place of the first 1048576 bytes, behind them where a segment or a line");
    }

    @Test
    void saysThatEveryPlaceWasLookedAt() {
        WholeSearch search = new WholeSearch(new Scans(CODEWORD));
        search.search(new byte[1000], (_, _, _) -> {});

        assertThat(search.searched().get(Family.COMPRESSED)).contains("without a header at every place;");
    }

    private static byte[] raw(int strategy, byte[] front, String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(front);
        try (Deflater raw = new Deflater(9, true)) {
            raw.setStrategy(strategy);
            try (DeflaterOutputStream packed = new DeflaterOutputStream(out, raw)) {
                packed.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static boolean isRaw(How how) {
        return how instanceof How.Compressed compressed && compressed.packing() == How.Packing.DEFLATE;
    }

    private static List<How> found(byte[] data) {
        List<How> found = new ArrayList<>();
        new WholeSearch(new Scans(CODEWORD)).search(data, (how, _, _) -> found.add(how));
        return found;
    }

    /// With four bytes of something else before it.
    private static byte[] zlib(int windowInfo, String text) throws Exception {
        int first = windowInfo << 4 | 8;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'d', 'a', 't', '='});
        out.write(first);
        out.write(31 - (first << 8) % 31);
        try (Deflater raw = new Deflater(9, true);
                DeflaterOutputStream packed = new DeflaterOutputStream(out, raw)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
