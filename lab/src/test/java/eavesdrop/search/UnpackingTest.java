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

    /// Many small bombs are as bad as a large one.
    @Test
    void allPartsTogetherHaveALimit() {
        byte[] bomb = deflated("0".repeat(50_000_000));
        UnpackingBudget budget = new UnpackingBudget();
        int gaveUp = 0;
        for (int i = 0; i < 20; i++) {
            try (Unpacking unpacking = new Unpacking(How.Packing.DEFLATE, new Scans(CODEWORD), budget)) {
                unpacking.take(bomb, 0, bomb.length, (_, _, _) -> {});
                gaveUp += unpacking.gaveUp() ? 1 : 0;
            }
        }
        assertThat(gaveUp).isBetween(14, 15);
    }

    @Test
    void muchThatIsSearchedMayUnpackToMuch() {
        byte[] part = deflated("The password is " + CODEWORD + ".");
        UnpackingBudget budget = new UnpackingBudget();
        budget.spend(UnpackingBudget.FREE + 1);
        assertThat(found(part, budget)).isEmpty();

        budget.earn(10_000);
        assertThat(found(part, budget)).isNotEmpty();
    }

    @Test
    void whatIsNotInItIsNotFound() {
        assertThat(found(deflated("The password is amber-otter-43."))).isEmpty();
    }

    private static List<How> found(byte[] data) {
        return found(data, new UnpackingBudget());
    }

    private static List<How> found(byte[] data, UnpackingBudget budget) {
        List<How> found = new ArrayList<>();
        try (Unpacking unpacking = new Unpacking(How.Packing.DEFLATE, new Scans(CODEWORD), budget)) {
            unpacking.take(data, 0, data.length, (how, _, _) -> found.add(how));
        }
        return found;
    }

    private static byte[] deflated(String text) {
        try (Deflater deflater = new Deflater(9, true)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            byte[] out = new byte[1_000 + text.length() / 500];
            return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH));
        }
    }
}
