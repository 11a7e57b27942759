package eavesdrop.exercise;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Lets so many bytes through and no more. Standard output and error share one.
final class CountedOutput extends FilterOutputStream {
    private final Runnable tooMuch;
    private long left;

    /// @param limit in bytes
    /// @param tooMuch what happens, on the thread that prints, when they are used up
    CountedOutput(OutputStream out, long limit, Runnable tooMuch) {
        super(out);
        this.left = limit;
        this.tooMuch = tooMuch;
    }

    @Override
    public synchronized void write(int single) throws IOException {
        count(1);
        out.write(single);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        count(length);
        out.write(bytes, from, length);
    }

    private void count(int length) {
        left -= length;
        if (left < 0) {
            tooMuch.run();
        }
    }
}
