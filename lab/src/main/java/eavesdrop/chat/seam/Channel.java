package eavesdrop.chat.seam;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// Two streams of bytes between a client and the server: what each of them reads is what the other one wrote.
///
/// One thread reads and another one writes, at the same time.
public interface Channel extends Closeable {
    InputStream in() throws IOException;

    OutputStream out() throws IOException;

    /// Says that nothing more will be written; the other side then reads to the end. Reading goes on.
    void endOutput() throws IOException;

    /// The bytes of a socket as they are. An `SSLSocket` is a socket too.
    static Channel of(Socket socket) {
        return new SocketChannel(socket);
    }
}
