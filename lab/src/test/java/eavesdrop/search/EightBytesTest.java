package eavesdrop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is found among eight bytes at once is what is found one by one.
class EightBytesTest {
    /// Those between which a bit could be carried are frequent.
    private static final byte[] FREQUENT = {0, 1, (byte) 0x80, 0x7F, (byte) 0xFF, '\n', '\r', 0x08, 0x78, (byte) 0x8B};

    private final Random random = new Random(5);

    private byte[] bytes() {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            if (random.nextBoolean()) {
                bytes[i] = FREQUENT[random.nextInt(FREQUENT.length)];
            }
        }
        return bytes;
    }

    private static long number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    private static boolean tells(long bits, int place) {
        return ((bits >>> (8 * place)) & 0xFF) == 0x80;
    }

    @Test
    void findsAByteAndOneOfWhichSomeBitsCount() {
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = bytes();
            byte wanted = FREQUENT[random.nextInt(FREQUENT.length)];
            long equal = EightBytes.equalTo(wanted, number(bytes));
            long alike = EightBytes.equalTo(0x08, 0x8F, number(bytes));
            for (int i = 0; i < bytes.length; i++) {
                assertThat(tells(equal, i)).isEqualTo(bytes[i] == wanted);
                assertThat(tells(alike, i)).isEqualTo((bytes[i] & 0x8F) == 0x08);
            }
        }
    }

    @Test
    void namesTheFirstOfThem() {
        byte[] bytes = {'a', 'b', '\n', 'c', 'd', '\n', 'e', 'f'};
        assertThat(EightBytes.first(EightBytes.equalTo('\n', number(bytes)))).isEqualTo(2);
    }
}
