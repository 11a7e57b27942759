package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
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
        // Two bytes are no header where their check bits say so.
        data[5] ^= 0x40;
        assertThat(found(data)).isEmpty();
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
