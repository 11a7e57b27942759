package eavesdrop.capture;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// Copies a capture that comes over TCP (pcap over IP) into a file, as it comes.
public final class PcapOverIpReader implements AutoCloseable {
    private static final int CONNECT_MS = 3_000;
    private final Socket socket;
    private volatile boolean stopped;

    private PcapOverIpReader(Socket socket) {
        this.socket = socket;
    }

    /// Connects to this machine's port.
    public static PcapOverIpReader connect(int port) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            return new PcapOverIpReader(socket);
        } catch (IOException closed) {
            throw LabException.machine(
                    "No capture is offered on port " + port + " of this machine.", "Start the lab with './labw up'.");
        }
    }

    /// Copies until the lab ends or `close` is called; returns the number of bytes.
    public long copyTo(Path target) {
        long total = 0;
        try (InputStream in = socket.getInputStream();
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                total += read;
            }
        } catch (IOException ended) {
            endedBy(ended, target);
        }
        return total;
    }

    /// Copies so many packets, and no more; fewer when the lab ends before.
    ///
    /// @return how many it were
    public long copyTo(Path target, long packets) {
        long left = packets;
        WholePackets pieces = new WholePackets();
        ByteBuffer room = ByteBuffer.allocate(2 * WholePackets.LONGEST);
        try (ReadableByteChannel in = Channels.newChannel(socket.getInputStream());
                WritableByteChannel out = Channels.newChannel(Files.newOutputStream(target))) {
            while (left > 0 && in.read(room) >= 0) {
                WholePackets.Whole whole = pieces.take(room.flip(), left);
                out.write(room.slice(0, whole.bytes()));
                room.position(whole.bytes()).compact();
                left -= whole.packets();
            }
        } catch (IOException ended) {
            endedBy(ended, target);
        }
        return packets - left;
    }

    /// Whether the socket is closed says nothing here: leaving the block above has closed it.
    private void endedBy(IOException ended, Path target) {
        if (!stopped) {
            throw LabException.machine(
                    "The capture ended: " + ended.getMessage(), "What came before is in " + target + ".");
        }
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        socket.close();
    }
}
