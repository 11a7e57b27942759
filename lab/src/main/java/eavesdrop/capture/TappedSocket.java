package eavesdrop.capture;

import eavesdrop.pcap.ConnectionWriter;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The server's end of a connection, which tells the tap what crosses it: a line before the server acts on
/// it, an answer before it leaves.
final class TappedSocket extends Socket {
    private final Tap tap;
    private final AtomicBoolean finished = new AtomicBoolean();
    private @Nullable ConnectionWriter connection;

    TappedSocket(Tap tap) {
        this.tap = tap;
    }

    /// To be called once, when the connection is there.
    void accepted() {
        ConnectionWriter made = tap.connection(this);
        connection = made;
        tap.record(made::open);
    }

    private ConnectionWriter connection() {
        ConnectionWriter made = connection;
        if (made == null) {
            throw new IllegalStateException("not accepted yet");
        }
        return made;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FromClient(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new ToClient(super.getOutputStream());
    }

    @Override
    public void shutdownOutput() throws IOException {
        sayFinished();
        super.shutdownOutput();
    }

    @Override
    public synchronized void close() throws IOException {
        if (connection != null) {
            sayFinished();
        }
        super.close();
    }

    private void sayFinished() {
        if (finished.compareAndSet(false, true)) {
            tap.record(connection()::serverFinished);
        }
    }

    private final class FromClient extends FilterInputStream {
        FromClient(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, offset, length);
            } catch (IOException broken) {
                tellBroken();
                throw broken;
            }
            if (read > 0) {
                byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + read);
                tap.record(time -> connection().clientSent(time, bytes));
            } else if (read < 0) {
                tap.record(connection()::clientFinished);
            }
            return read;
        }

        // A socket that this side closed while it waited was not broken by the client.
        private void tellBroken() {
            if (!isClosed() && finished.compareAndSet(false, true)) {
                tap.record(connection()::clientReset);
            }
        }
    }

    private final class ToClient extends FilterOutputStream {
        ToClient(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
            tap.record(time -> connection().serverSent(time, bytes));
            out.write(buffer, offset, length);
        }
    }
}
