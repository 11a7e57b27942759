package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Kit;
import eavesdrop.testing.Tshark;
import eavesdrop.testing.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `labw capture` on the loopback interface, which all programs of this machine share.
class CaptureCommandTest {
    private static final String LOCAL = "--topology=local";
    private static final int PACKETS = 10;

    @TempDir
    private Path folder;

    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private Kit kit;

    @BeforeEach
    void up() {
        assumeTrue("root".equals(System.getProperty("user.name")), "to capture on an interface takes root");
        Tshark.required();
        kit = new Kit(folder);
        kit.labw("up", LOCAL);
    }

    @AfterEach
    void down() {
        if (kit != null) {
            kit.labw("down", LOCAL);
        }
        runs.close();
    }

    @Test
    void recordsTheChatAndNothingElse() throws Exception {
        Path file = folder.resolve("mine.pcap");
        Future<Kit.Ended> capture = capture(file, () -> Files.exists(file));

        otherProgramsTalk();
        kit.labw("play", "1", LOCAL, "--pause", "0");

        assertThat(capture.get().status()).isZero();
        assertThat(Tshark.fields(file, "tcp.port == " + kit.port(), "frame.number"))
                .hasSize(PACKETS);
        assertThat(Tshark.fields(file, "!(tcp.port == " + kit.port() + ")", "frame.number"))
                .isEmpty();
    }

    /// The lab writes pcapng here, which begins with blocks that are no packets.
    @Test
    void takesNoMoreThanSoManyPacketsFromTheLabItself() {
        Path file = folder.resolve("mine.pcapng");
        kit.labw("play", "1", LOCAL, "--pause", "0");

        kit.labw("capture", LOCAL, "--from", "tcp", "-o", file.toString(), "-c", String.valueOf(PACKETS));

        assertThat(Tshark.fields(file, "frame", "frame.number")).hasSize(PACKETS);
    }

    @Test
    void keepsTheCaptureThatWasThere() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.pcap"), "an hour of work");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
        Path kept = folder.resolve("mine-2026-01-02T03-04-05Z.pcap");
        Future<Kit.Ended> capture = capture(file, () -> Files.exists(kept) && Files.exists(file));

        kit.labw("play", "1", LOCAL, "--pause", "0");

        assertThat(kept).hasContent("an hour of work");
        assertThat(capture.get().notes()).contains("is kept: it is now " + kept);
    }

    @Test
    void leavesTheEarlierFileAloneWhereNothingCanBeCaptured() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.pcap"), "an hour of work");

        Kit.Ended refused = kit.ending("capture", LOCAL, "-o", file.toString(), "-i", "nosuch0");

        assertThat(refused.status()).isEqualTo(ExitStatus.MACHINE.code());
        assertThat(refused.notes()).contains("Cannot capture on nosuch0");
        assertThat(file).hasContent("an hour of work");
    }

    /// @param begun libpcap makes the file after it has opened the interface
    private Future<Kit.Ended> capture(Path file, Callable<Boolean> begun) throws Exception {
        Future<Kit.Ended> capture =
                runs.submit(() -> kit.ending("capture", LOCAL, "-o", file.toString(), "-c", String.valueOf(PACKETS)));
        Until.holds("the capture has begun", begun, () -> "");
        return capture;
    }

    private static void otherProgramsTalk() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket caller = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket called = listening.accept()) {
            caller.getOutputStream().write("none of the lab's business".getBytes(StandardCharsets.UTF_8));
            called.getInputStream().readNBytes(10);
        }
    }
}
