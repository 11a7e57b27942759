package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class UnpackingTest {
    private static final String CODEWORD = "amber-otter-42";

    /// As in HTTP, where the length of the next chunk stands between two pieces of the compressed data.
    @Test
    void whatCameOutBeforeDamageIsSearched() {
        byte[] good = deflated("The password is " + CODEWORD + ".");
        Random random = new Random(1);
        for (int damage = 0; damage < 1_000; damage++) {
            byte[] all = Arrays.copyOf(good, good.length + 40);
            byte[] other = new byte[40];
            random.nextBytes(other);
            System.arraycopy(other, 0, all, good.length, other.length);

            assertThat(found(all)).as("damage %d", damage).isNotEmpty();
        }
    }

    @Test
    void whatIsNotInItIsNotFound() {
        assertThat(found(deflated("The password is amber-otter-43."))).isEmpty();
    }

    private static List<How> found(byte[] data) {
        List<How> found = new ArrayList<>();
        try (Unpacking unpacking = new Unpacking(How.Packing.DEFLATE, new Scans(CODEWORD))) {
            unpacking.take(data, 0, data.length, (how, _, _) -> found.add(how));
        }
        return found;
    }

    private static byte[] deflated(String text) {
        try (Deflater deflater = new Deflater(9, true)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            byte[] out = new byte[1_000];
            return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH));
        }
    }
}
