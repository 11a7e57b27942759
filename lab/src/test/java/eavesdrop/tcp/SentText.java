package eavesdrop.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;

/// A text whose bytes tell their place, and which of them were sent and which were heard.
final class SentText {
    private final BitSet sent = new BitSet();
    private final BitSet heard = new BitSet();
    private long next;

    /// A piece of the text, which now counts as sent.
    byte[] send(int from, int length) {
        sent.set(from, from + length);
        return piece(from, length);
    }

    /// Neighbours differ, and so do bytes that are 256 apart.
    private static byte[] piece(long from, int length) {
        byte[] piece = new byte[length];
        for (int i = 0; i < length; i++) {
            long place = from + i;
            piece[i] = (byte) (place * 31 + place / 256 * 7);
        }
        return piece;
    }

    /// @param live who watches does not wait for what the receiver has: then bytes may come too late to be heard
    void check(boolean live) {
        if (live) {
            heard.andNot(sent);
            assertThat(heard).as("heard, but never sent").isEqualTo(new BitSet());
        } else {
            assertThat(heard).isEqualTo(sent);
        }
    }

    /// Hears the text: each byte once, in order, and each gap.
    final class Listener implements StreamSink {
        @Override
        public void bytes(Chunk chunk) {
            assertThat(chunk.offset()).isEqualTo(next);
            assertThat(chunk.length()).isPositive();
            assertThat(bytesOf(chunk)).isEqualTo(piece(next, chunk.length()));
            heard.set((int) next, (int) next + chunk.length());
            next += chunk.length();
        }

        @Override
        public void gap(long offset, long length) {
            assertThat(offset).isEqualTo(next);
            assertThat(length).isPositive();
            next += length;
        }

        @Override
        public void unplaced(Chunk chunk, int count) {
            assertThat(bytesOf(chunk)).isEqualTo(piece(chunk.offset(), chunk.length()));
        }

        private static byte[] bytesOf(Chunk chunk) {
            return chunk.copyOfRange(0, chunk.length());
        }
    }
}
