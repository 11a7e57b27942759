package eavesdrop.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcapOverIpTest {
    @TempDir
    private Path folder;

    private Path file;
    private PcapOverIp server;
    private final List<Socket> readers = new ArrayList<>();

    @BeforeEach
    void start() {
        file = folder.resolve("dump.pcap");
        server = PcapOverIp.start(InetAddress.getLoopbackAddress(), 0, file);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket reader : readers) {
            reader.close();
        }
        server.close();
    }

    private Socket connect() throws IOException {
        Socket reader = new Socket(InetAddress.getLoopbackAddress(), server.port());
        reader.setSoTimeout(30_000);
        readers.add(reader);
        return reader;
    }

    private void write(byte[]... pieces) throws IOException {
        for (byte[] piece : pieces) {
            Files.write(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void receives(Socket reader, byte[]... pieces) throws IOException {
        for (byte[] piece : pieces) {
            assertThat(reader.getInputStream().readNBytes(piece.length)).isEqualTo(piece);
        }
    }

    private static byte[] fileHeader() {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262_144)
                .putInt(1)
                .array();
    }

    private static byte[] packet(int length, int fill) {
        ByteBuffer packet = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
        packet.putInt(1).putInt(2).putInt(length).putInt(length);
        Arrays.fill(packet.array(), 16, 16 + length, (byte) fill);
        return packet.array();
    }

    @Test
    void sendsWhatIsThereAndWhatIsAdded() throws IOException {
        write(fileHeader(), packet(60, 1));
        Socket reader = connect();
        receives(reader, fileHeader(), packet(60, 1));
        write(packet(70, 2));
        receives(reader, packet(70, 2));
        write(packet(80, 3), packet(0, 0), packet(90, 4));
        receives(reader, packet(80, 3), packet(0, 0), packet(90, 4));
    }

    @Test
    void sendsALateReaderEverythingFromTheStart() throws IOException {
        write(fileHeader(), packet(60, 1));
        Socket early = connect();
        receives(early, fileHeader(), packet(60, 1));
        write(packet(70, 2));
        Socket late = connect();
        receives(late, fileHeader(), packet(60, 1), packet(70, 2));
        receives(early, packet(70, 2));
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        Socket reader = connect();
        write(fileHeader(), packet(60, 1));
        receives(reader, fileHeader(), packet(60, 1));
    }

    /// At the end only what is whole has been sent, wherever the writer had got to.
    @Test
    void neverSendsHalfAPacket() throws IOException {
        byte[] packet = packet(60, 1);
        write(fileHeader(), packet);
        for (int cut = 0; cut < packet.length; cut++) {
            Files.write(file, fileHeader());
            write(packet, Arrays.copyOf(packet, cut));
            Socket reader = connect();
            reader.shutdownOutput();
            assertThat(reader.getInputStream().readAllBytes())
                    .as("%d bytes of the second packet are there", cut)
                    .hasSize(24 + packet.length);
        }
    }

    @Test
    void sendsTheRestOfAPacketWhenItIsThere() throws IOException {
        byte[] packet = packet(60, 1);
        write(fileHeader(), packet, Arrays.copyOf(packet, 30));
        Socket reader = connect();
        receives(reader, fileHeader(), packet);
        write(Arrays.copyOfRange(packet, 30, packet.length), packet(70, 2));
        receives(reader, packet, packet(70, 2));
    }

    @Test
    void sendsPacketsLargerThanOneRead() throws IOException {
        Socket reader = connect();
        write(fileHeader(), packet(262_144, 7), packet(60, 1));
        receives(reader, fileHeader(), packet(262_144, 7), packet(60, 1));
    }

    @Test
    void sendsPcapngToo() throws IOException {
        byte[] section = block(ByteOrder.BIG_ENDIAN, 0x0A0D0D0A, 28);
        ByteBuffer.wrap(section).putInt(8, 0x1A2B3C4D);
        byte[] other = block(ByteOrder.LITTLE_ENDIAN, 0x0A0D0D0A, 28);
        ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(8, 0x1A2B3C4D);
        byte[] packet = block(ByteOrder.LITTLE_ENDIAN, 6, 100);
        write(section, block(ByteOrder.BIG_ENDIAN, 1, 20), other, packet, Arrays.copyOf(packet, 50));
        Socket reader = connect();
        reader.shutdownOutput();
        assertThat(reader.getInputStream().readAllBytes()).hasSize(28 + 20 + 28 + 100);
    }

    private static byte[] block(ByteOrder order, int type, int length) {
        return ByteBuffer.allocate(length)
                .order(order)
                .putInt(type)
                .putInt(length)
                .putInt(length - 4, length)
                .array();
    }

    @Test
    void endsWhenTheFileIsNoCaptureOrBecomesAnother() throws IOException {
        write("this is a text and no capture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(connect().getInputStream().read()).isEqualTo(-1);

        Files.write(file, fileHeader());
        write(packet(60, 1));
        Socket reader = connect();
        receives(reader, fileHeader(), packet(60, 1));
        Files.write(file, fileHeader());
        assertThat(reader.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void sendsTheGoodPacketsBeforeADamagedOne() throws IOException {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.writeBytes(packet(60, 1));
        damaged.writeBytes(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(8, -5)
                .array());
        write(fileHeader(), damaged.toByteArray());
        assertThat(connect().getInputStream().readAllBytes()).hasSize(24 + 76);
    }

    /// One reads nothing although there is much, one is gone: a third gets everything.
    @Test
    void aReaderThatDoesNotReadOrIsGoneHoldsUpNobody() throws IOException {
        byte[] large = packet(200_000, 9);
        write(fileHeader());
        for (int i = 0; i < 100; i++) {
            write(large);
        }
        connect();
        connect().close();
        Socket reader = connect();
        receives(reader, fileHeader());
        for (int i = 0; i < 100; i++) {
            receives(reader, large);
        }
    }

    @Test
    void takesTheNextReaderWhenOneOfTheMostHasGone() throws IOException {
        write(fileHeader());
        for (int i = 0; i < PcapOverIp.READERS; i++) {
            receives(connect(), fileHeader());
        }
        Socket next = connect();
        readers.getFirst().close();
        receives(next, fileHeader());
    }

    @Test
    void sendsTheLastPacketsWhenItIsClosed() throws IOException {
        write(fileHeader());
        Socket reader = connect();
        receives(reader, fileHeader());
        write(packet(60, 1));
        server.close();
        receives(reader, packet(60, 1));
        assertThat(reader.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aPortInUseIsAClearError() {
        assertThatThrownBy(() -> PcapOverIp.start(InetAddress.getLoopbackAddress(), server.port(), file))
                .isInstanceOfSatisfying(
                        LabException.class,
                        problem -> assertThat(problem.what()).contains("Port " + server.port()));
    }
}
