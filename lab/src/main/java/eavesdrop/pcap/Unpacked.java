package eavesdrop.pcap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// What a packed file unpacks to, up to a limit: a few megabytes can stand for terabytes of zeros.
final class Unpacked extends FilterInputStream {
    private long left;

    Unpacked(InputStream in, long most) {
        super(in);
        left = most;
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
        if (left == 0) {
            throw new IOException("it unpacks to more than a hundred times its size");
        }
        int count = super.read(into, offset, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
