package eavesdrop.chat.mallory;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/// A connection that is heard out in its handshake, also when nobody takes what is written to
/// it any more.
///
/// A client that refuses a certificate sends the reason as an alert (RFC 8446 section 6.2) and
/// hangs up at once. In TLS 1.3 the server may still be writing then. To write would fail with
/// "Broken pipe", and the reason would never be read, although it has arrived.
final class PatientSocket extends Socket {
    private volatile boolean patient = true;

    /// Not bound yet. What it accepts is a `PatientSocket`.
    static ServerSocket listener() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket accepted = new PatientSocket();
                implAccept(accepted);
                return accepted;
            }
        };
    }

    /// From now on, what cannot be written is a failure.
    void handshakeIsDone() {
        patient = false;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Patient(super.getOutputStream());
    }

    private final class Patient extends FilterOutputStream {
        Patient(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (SocketException gone) {
                if (!patient) {
                    throw gone;
                }
                // Why it is gone will be read.
            }
        }
    }
}
