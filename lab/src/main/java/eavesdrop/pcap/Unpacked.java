package eavesdrop.pcap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// What gzip (RFC 1952) unpacks to, up to a limit: a few megabytes can stand for terabytes of zeros.
final class Unpacked extends FilterInputStream {
    /// This much in any case, and so many times what was read for it. Real captures are seldom packed to less than a
    /// twentieth.
    private static final long MOST = 256L << 20;

    private static final long MOST_TIMES = 100;

    private static final int PIECE = 1 << 16;

    private final Packed packed;
    private long count;

    private Unpacked(GZIPInputStream in, Packed packed) {
        super(in);
        this.packed = packed;
    }

    /// @throws IOException when it is no gzip; then `packed` is still open
    static Unpacked of(InputStream packed) throws IOException {
        Packed counted = new Packed(packed);
        return new Unpacked(new GZIPInputStream(counted, PIECE), counted);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /// Nothing more at once: whoever fills a buffer piece by piece would lose what it has when the next piece is
    /// damaged.
    @Override
    public int available() {
        return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long left = Math.max(MOST, MOST_TIMES * packed.count) - this.count;
        if (left <= 0) {
            throw new IOException("it unpacks to more than a hundred times its size");
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        this.count += Math.max(0, read);
        return read;
    }

    /// Counts what is read.
    private static final class Packed extends FilterInputStream {
        private long count;

        private Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
