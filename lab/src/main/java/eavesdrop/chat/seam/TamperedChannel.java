package eavesdrop.chat.seam;

import eavesdrop.chat.protocol.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/// A channel whose lines pass by a tamper before they are read, and before they are written.
///
/// What is no whole line yet waits until it is one, or until its stream ends: then it passes as it is. Bytes that are
/// written at once go on at once, so the tamper adds no segments of its own.
final class TamperedChannel implements Channel {
    private final Channel inner;
    private final LinesIn in;
    private final LinesOut out;

    private TamperedChannel(Channel inner, PassingLines incoming, PassingLines outgoing) throws IOException {
        this.inner = inner;
        this.in = new LinesIn(inner.in(), incoming);
        this.out = new LinesOut(inner.out(), outgoing);
    }

    /// The end of the connection that the client holds.
    static Channel ofClient(Channel inner, Tamper tamper, Consumer<Throwable> trouble) throws IOException {
        return new TamperedChannel(inner, fromServer(tamper, trouble), fromClient(tamper, trouble));
    }

    /// The end of the connection that the server holds.
    static Channel ofServer(Channel inner, Tamper tamper, Consumer<Throwable> trouble) throws IOException {
        return new TamperedChannel(inner, fromClient(tamper, trouble), fromServer(tamper, trouble));
    }

    private static PassingLines fromClient(Tamper tamper, Consumer<Throwable> trouble) {
        return new PassingLines(Limits.LINE_BYTES, tamper::fromClient, trouble);
    }

    private static PassingLines fromServer(Tamper tamper, Consumer<Throwable> trouble) {
        return new PassingLines(Limits.SERVER_LINE_BYTES, tamper::toClient, trouble);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void endOutput() throws IOException {
        out.passRest();
        inner.endOutput();
    }

    @Override
    public void close() throws IOException {
        inner.close();
    }

    /// Reads until there is something to give out.
    private static final class LinesIn extends InputStream {
        private static final int READ_BYTES = 2 * 1024;

        private final InputStream bytes;
        private final PassingLines lines;
        private final byte[] chunk = new byte[READ_BYTES];
        private byte[] ready = {};
        private int next;
        private boolean ended;

        LinesIn(InputStream bytes, PassingLines lines) {
            this.bytes = bytes;
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        /// A read that times out loses nothing: what came before it still waits.
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (next == ready.length) {
                if (ended) {
                    return -1;
                }
                fill();
            }
            int count = Math.min(length, ready.length - next);
            System.arraycopy(ready, next, buffer, offset, count);
            next += count;
            return count;
        }

        private void fill() throws IOException {
            int count = bytes.read(chunk, 0, chunk.length);
            ended = count < 0;
            ready = ended ? lines.rest() : lines.pass(chunk, 0, count);
            next = 0;
        }
    }

    /// Writes on what each piece has given, in one piece.
    private static final class LinesOut extends OutputStream {
        private final OutputStream bytes;
        private final PassingLines lines;

        LinesOut(OutputStream bytes, PassingLines lines) {
            this.bytes = bytes;
            this.lines = lines;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            send(lines.pass(buffer, offset, length));
        }

        void passRest() throws IOException {
            send(lines.rest());
        }

        private void send(byte[] passed) throws IOException {
            if (passed.length > 0) {
                bytes.write(passed);
            }
        }

        @Override
        public void flush() throws IOException {
            bytes.flush();
        }

        @Override
        public void close() throws IOException {
            passRest();
            bytes.close();
        }
    }
}
