package eavesdrop.exercises.lab4;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Wraps both ends of the chat's connections in TLS 1.3 (RFC 8446).
public final class TlsTransport implements Transport {
    /// What the key stores of the lab are locked with. Real ones have a better password, which stands in no program.
    private static final char[] PASSWORD = "eavesdrop".toCharArray();

    /// Older versions are left out on purpose, so that nobody can talk the two into one (a downgrade).
    private static final String[] VERSIONS = {"TLSv1.3"};

    private final Path keys;

    /// @param keys the folder with the keys of this side; the server's holds `server.p12`
    public TlsTransport(Path keys) {
        this.keys = keys;
    }

    /// TLS for a server that has its private key and its certificate in `server.p12`.
    ///
    /// @throws IOException when the key store is missing, or cannot be opened
    SSLContext serverContext() throws IOException {
        File store = keys.resolve("server.p12").toFile();
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(KeyStore.getInstance(store, PASSWORD), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IOException("The key store " + store + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /// The server's end: TLS over the TCP connection that a client has opened.
    ///
    /// @throws IOException when the client does not speak TLS 1.3. Then nothing of the chat has crossed.
    @Override
    public Channel toClient(Socket accepted) throws IOException {
        return new Xor(accepted);
    }

    /// The client's end. Which certificate the server shows does not matter yet: `AcceptAnything` takes it.
    ///
    /// @throws IOException when the server does not speak TLS 1.3. There is no way back to plain text.
    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        return new Xor(connected);
    }

    /// The same for both ends: what was XORed twice with one key is as it was.
    private record Xor(Socket socket) implements Channel {
        private static final byte KEY = 0x5A;

        @Override
        public InputStream in() throws IOException {
            InputStream in = socket.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    int next = in.read();
                    return next < 0 ? next : next ^ KEY;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = in.read(buffer, offset, length);
                    for (int i = offset; i < offset + count; i++) {
                        buffer[i] ^= KEY;
                    }
                    return count;
                }
            };
        }

        @Override
        public OutputStream out() throws IOException {
            OutputStream out = socket.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int single) throws IOException {
                    out.write(single ^ KEY);
                }

                @Override
                public void write(byte[] buffer, int offset, int length) throws IOException {
                    byte[] hidden = Arrays.copyOfRange(buffer, offset, offset + length);
                    for (int i = 0; i < length; i++) {
                        hidden[i] ^= KEY;
                    }
                    out.write(hidden);
                }
            };
        }

        @Override
        public void endOutput() throws IOException {
            socket.shutdownOutput();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
