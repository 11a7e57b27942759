package eavesdrop.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.testing.Tshark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The packets of a capture come out the same, whatever kind of file it is; and where `tshark` is installed, it says
/// so too.
class FileFormatsTest {
    private static final byte[] PACKET = FileKind.packet(0);
    private static final long MICROS = 1_764_000_000_123_456L;
    private static final int ETHERNET = 1;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Where a reading ended, and what it has found: `number nanos captured original linkType` for each packet.
    private record Reading(List<String> packets, Ending ending) {}

    private Reading read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("capture"), bytes);
        List<String> packets = new ArrayList<>();
        try (CaptureReader reader = CaptureReader.open(file)) {
            while (reader.next()) {
                Packet packet = reader.packet();
                packets.add(packet.number() + " " + packet.nanos() + " " + packet.capturedLength() + " "
                        + packet.originalLength() + " " + packet.linkTypeCode());
            }
            return new Reading(packets, reader.ending());
        }
    }

    private Reading readWhole(Blocks blocks) throws IOException {
        Reading reading = read(blocks.bytes());
        assertThat(reading.ending).isEqualTo(new Ending.Complete());
        wiresharkAgrees(reading);
        return reading;
    }

    /// The capture that was read last has the same times and lengths in Wireshark.
    private void wiresharkAgrees(Reading reading) {
        if (Tshark.installed()) {
            List<String> theirs = Tshark.fields(
                            folder.resolve("capture"),
                            "frame",
                            "frame.number",
                            "frame.time_epoch",
                            "frame.cap_len",
                            "frame.len")
                    .stream()
                    .map(row -> row.replace(".", "").replace('\t', ' '))
                    .toList();
            List<String> ours = reading.packets.stream()
                    .map(row -> row.substring(0, row.lastIndexOf(' ')))
                    .toList();
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryKindOfPcap(FileKind kind) throws IOException {
        Reading reading = read(kind.bytes());

        assertThat(reading.packets)
                .containsExactly(
                        "1 " + kind.nanos(0) + " 60 60 1",
                        "2 " + kind.nanos(1) + " 60 100 1",
                        "3 " + kind.nanos(2) + " 61 61 1");
        assertThat(reading.ending).isEqualTo(new Ending.Complete());
        wiresharkAgrees(reading);
    }

    @ParameterizedTest
    @EnumSource
    void readsAFileOfOnePacketInEveryKind(FileKind kind) throws IOException {
        byte[] frame = new TcpFrame(
                        new Endpoint(InetAddress.getByName("192.0.2.1"), 40_000),
                        new Endpoint(InetAddress.getByName("192.0.2.2"), 12_345),
                        1,
                        1,
                        0x18,
                        "SAY hello\n".getBytes(StandardCharsets.US_ASCII))
                .ethernet();
        Path file = Files.write(folder.resolve("capture"), kind.bytesOf(frame));

        try (CaptureReader reader = CaptureReader.open(file)) {
            assertThat(reader.next()).isTrue();
            Packet packet = reader.packet();
            assertThat(Arrays.copyOfRange(packet.bytes(), packet.start(), packet.start() + packet.capturedLength()))
                    .isEqualTo(frame);
            assertThat(reader.next()).isFalse();
            assertThat(reader.ending()).isEqualTo(new Ending.Complete());
        }
    }

    /// As `cat` joins them. `mergecap` does it well.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysThatAnotherCaptureBegins(boolean pcapng) throws IOException {
        byte[] second =
                pcapng ? new Blocks().section().description(ETHERNET, 0).bytes() : FileKind.LITTLE_ENDIAN.bytes();
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(FileKind.LITTLE_ENDIAN.bytes());
        joined.writeBytes(second);

        Reading reading = read(joined.toByteArray());

        assertThat(reading.packets).hasSize(3);
        assertThat(reading.ending.problem().orElseThrow())
                .contains("another capture begins there; join them with mergecap");
    }

    @Test
    void readsLengthsThatStandInTheWrongOrder() throws IOException {
        byte[] bytes = FileKind.LITTLE_ENDIAN.bytes();
        bytes[6] = 3;
        int second = 24 + 16 + 60;
        byte kept = bytes[second + 8];
        bytes[second + 8] = bytes[second + 12];
        bytes[second + 12] = kept;

        assertThat(read(bytes).packets).element(1).asString().endsWith(" 60 100 1");
    }

    @ParameterizedTest
    @CsvSource({"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void readsEveryPacketBlockInBothByteOrders(String name) throws IOException {
        ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Blocks blocks = new Blocks().section(order).description(ETHERNET, 0);
        blocks.enhanced(0, MICROS, PACKET, 100).simple(PACKET, 60).old(0, MICROS, PACKET);

        assertThat(read(blocks.bytes()).packets)
                .containsExactly("1 1764000000123456000 60 100 1", "2 0 60 60 1", "3 1764000000123456000 60 60 1");
    }

    @Test
    void cutsASimplePacketAtTheSnapLength() throws IOException {
        Blocks blocks = new Blocks().section().description(ETHERNET, 60).simple(PACKET, 2000);

        assertThat(read(blocks.bytes()).packets).containsExactly("1 0 60 2000 1");
    }

    /// The highest bit of `if_tsresol` tells whether the others are a power of 2 or of 10.
    @ParameterizedTest
    @CsvSource({
        "0, 1764000000, 1764000000000000000",
        "3, 1764000000123, 1764000000123000000",
        "6, 1764000000123456, 1764000000123456000",
        "9, 1764000000123456789, 1764000000123456789",
        "10, 17640000001234567891, 1764000000123456789",
        "128, 1764000000, 1764000000000000000",
        "138, 1806336000512, 1764000000500000000",
        "148, 1849688064262144, 1764000000250000000",
        "160, 7576322312291483648, 1764000000500000000"
    })
    void readsTheTimeInEveryResolution(int resolution, String ticks, long nanos) throws IOException {
        Blocks blocks = new Blocks().section();
        blocks.description(ETHERNET, 0, 9, new byte[] {(byte) resolution});
        blocks.enhanced(0, Long.parseUnsignedLong(ticks), PACKET, 60);

        assertThat(readWhole(blocks).packets).containsExactly("1 " + nanos + " 60 60 1");
    }

    @Test
    void addsTheOffsetOfAnInterface() throws IOException {
        Blocks blocks = new Blocks().section(ByteOrder.BIG_ENDIAN);
        blocks.description(ETHERNET, 0, 14, blocks.number(-3600)).enhanced(0, MICROS, PACKET, 60);

        assertThat(readWhole(blocks).packets).containsExactly("1 1763996400123456000 60 60 1");
    }

    @Test
    void takesEachPacketFromItsOwnInterface() throws IOException {
        Blocks blocks = new Blocks().section().description(ETHERNET, 0);
        blocks.description(276, 0, 9, new byte[] {9});
        blocks.enhanced(1, 1000 * MICROS, PACKET, 60).enhanced(0, MICROS, PACKET, 60);

        assertThat(readWhole(blocks).packets)
                .containsExactly("1 1764000000123456000 60 60 276", "2 1764000000123456000 60 60 1");
    }

    @Test
    void countsInterfacesAnewInEachSection() throws IOException {
        Blocks blocks = new Blocks().section().description(113, 0).enhanced(0, MICROS, PACKET, 60);
        blocks.section(ByteOrder.BIG_ENDIAN).description(101, 0).enhanced(0, MICROS, PACKET, 60);
        blocks.section(ByteOrder.LITTLE_ENDIAN, 1, 2).description(ETHERNET, 0).enhanced(0, MICROS, PACKET, 60);

        assertThat(readWhole(blocks).packets.stream().map(row -> row.substring(row.lastIndexOf(' ') + 1)))
                .containsExactly("113", "101", "1");
    }

    @Test
    void passesOverBlocksThatCarryNoPacket() throws IOException {
        Blocks blocks =
                new Blocks().section().description(ETHERNET, 0).other(4, 8).other(5, 12);
        blocks.other(0x80000001, 20).other(0x7777, 0).enhanced(0, MICROS, PACKET, 60);

        assertThat(read(blocks.bytes()).packets).containsExactly("1 1764000000123456000 60 60 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x204, 0x208, 0x216, 0x221, 0x0BAD, 0x4000_0BAD, 0x205, 0x8000_0001})
    void numbersPacketsAsWiresharkDoesBehindABlockThatHoldsNone(int type) throws IOException {
        Blocks blocks = new Blocks().section().description(ETHERNET, 0).other(type, 40);
        Path file = folder.resolve("capture");
        List<String> ours = read(blocks.enhanced(0, MICROS, PACKET, 60).bytes()).packets;

        boolean numbered = type != 0x205 && type != 0x208 && type != 0x8000_0001;
        assertThat(ours).containsExactly((numbered ? 2 : 1) + " 1764000000123456000 60 60 1");
        if (Tshark.installed()) {
            assertThat(Tshark.fields(file, "eth", "frame.number")).containsExactly(numbered ? "2" : "1");
        }
    }

    /// A block of type 9 holds an entry of the systemd journal, which is text.
    @Test
    void numbersPacketsAsWiresharkDoesBehindAnEntryOfAJournal() throws IOException {
        byte[] entry = "__REALTIME_TIMESTAMP=1764000000123456\nMESSAGE=hello\n".getBytes(StandardCharsets.US_ASCII);
        Blocks blocks = new Blocks().section().description(ETHERNET, 0).other(9, entry);

        List<String> ours = read(blocks.enhanced(0, MICROS, PACKET, 60).bytes()).packets;

        assertThat(ours).containsExactly("2 1764000000123456000 60 60 1");
        if (Tshark.installed()) {
            assertThat(Tshark.fields(folder.resolve("capture"), "eth", "frame.number"))
                    .containsExactly("2");
        }
    }

    @Test
    void stopsWhereABlockContradictsItself() throws IOException {
        Blocks blocks = new Blocks().section().description(ETHERNET, 0).enhanced(0, MICROS, PACKET, 60);
        blocks.contradicting().enhanced(0, MICROS, PACKET, 60);

        Reading reading = read(blocks.bytes());

        assertThat(reading.packets).hasSize(1);
        assertThat(reading.ending).isInstanceOf(Ending.Damaged.class);
    }

    @Test
    void stopsAtAPacketOfNoInterface() throws IOException {
        Blocks blocks = new Blocks().section().description(ETHERNET, 0).enhanced(0, MICROS, PACKET, 60);
        blocks.section().enhanced(0, MICROS, PACKET, 60);

        Reading reading = read(blocks.bytes());

        assertThat(reading.packets).hasSize(1);
        assertThat(reading.ending.toString()).contains("interface 0, which the file does not describe");
    }

    @Test
    void refusesAVersionThatDoesNotExist() {
        assertThatThrownBy(() ->
                        read(new Blocks().section(ByteOrder.LITTLE_ENDIAN, 2).bytes()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("version 2");
    }

    /// What a cut gzip file holds is read up to the cut, to the last byte that can be unpacked.
    @Test
    void readsTheBeginningOfACutGzipFile() throws IOException {
        byte[] random = new byte[20_000];
        new java.util.Random(1).nextBytes(random);
        Blocks blocks = new Blocks().section().description(ETHERNET, 0);
        for (int i = 0; i < 100; i++) {
            blocks.enhanced(0, MICROS + i, Arrays.copyOfRange(random, 200 * i, 200 * i + 200), 200);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(blocks.bytes());
        }

        Reading reading = read(Arrays.copyOf(packed.toByteArray(), packed.size() * 4 / 5));

        assertThat(reading.packets).hasSizeBetween(75, 85);
        assertThat(reading.ending).isInstanceOf(Ending.Damaged.class);
    }
}
