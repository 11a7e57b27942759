package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Planted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A scan skips most bytes. Wherever a text stands in a block of other text, it must not be skipped.
class EveryPlaceTest {
    private static final int PLACES = 200;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.-\n";

    private final Random random = new Random(11);

    @ParameterizedTest
    @ValueSource(strings = {"amber-otter-42", "secret", "a longer text, with spaces in it", "Zoë 🔑 codeword"})
    void isFoundInEveryForm(String text) {
        Scans scans = new Scans(text);
        for (Planted planted : Planted.all(text, 5, claimedKey(text))) {
            if (!(planted.how() instanceof How.Compressed)) {
                isFoundAtEveryPlace(scans, planted);
            }
        }
    }

    /// The longest key that `Scans` claims to find.
    private static int claimedKey(String text) {
        return Math.min(4, text.getBytes(StandardCharsets.UTF_8).length / 3 - 1);
    }

    private void isFoundAtEveryPlace(Scans scans, Planted planted) {
        byte[] message = planted.message();
        for (int before = 0; before < PLACES; before++) {
            byte[] block = text(before + message.length + random.nextInt(PLACES));
            System.arraycopy(message, 0, block, before, message.length);
            List<How> found = new ArrayList<>();
            int place = before + planted.start();
            scans.scan(block, block.length, 0, (how, start, _) -> {
                if (start == place) {
                    found.add(how);
                }
            });
            assertThat(found).as("at %d of %d", place, block.length).contains(planted.how());
        }
    }

    private byte[] text(int length) {
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return text;
    }
}
