package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.capture.InterfaceCapture;
import eavesdrop.capture.PcapOverIpReader;
import eavesdrop.capture.Wireshark;
import eavesdrop.console.Console;
import eavesdrop.console.Counted;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.EarlierFiles;
import eavesdrop.topology.LabSettings;
import eavesdrop.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw capture`: captures the running lab live, into a file or into Wireshark.
@Command(
        name = "capture",
        description = {
            "Capture the running lab live, until Ctrl-C.",
            "On Linux this reads the host's end of the server's cable and needs root; elsewhere it reads the capture"
                    + " that the lab itself offers (pcap over IP)."
        },
        sortOptions = false)
final class CaptureCommand implements Callable<Integer> {
    enum Source {
        /// The interface if it can be read, else pcap over IP.
        AUTO,
        INTERFACE,
        TCP
    }

    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write. Default: capture.pcap.")
    private Path file = Path.of("capture.pcap");

    @Option(names = "--from", paramLabel = "auto|interface|tcp", description = "Where to read. Default: auto.")
    private Source from = Source.AUTO;

    @Option(
            names = {"-i", "--interface"},
            paramLabel = "NAME",
            description = "Another interface than './labw iface' names.")
    private @Nullable String interfaceName;

    @Option(
            names = {"-c", "--count"},
            paramLabel = "N",
            description = "Stop after N packets.")
    private long count;

    @Option(names = "--wireshark", description = "Open Wireshark on the live capture instead of writing a file.")
    private boolean wireshark;

    CaptureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LabSettings settings = LabFiles.settings();
        if (wireshark) {
            return openWireshark(settings.pcapPort());
        }
        checkTarget();
        if (from == Source.TCP) {
            return fromLab(settings.pcapPort());
        }
        try {
            return fromInterface(settings);
        } catch (LabException notHere) {
            if (from == Source.INTERFACE || interfaceName != null) {
                throw notHere;
            }
            console.note(notHere.what() + " Reading the capture that the lab offers instead.");
            return fromLab(settings.pcapPort());
        }
    }

    private void checkTarget() {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw LabException.file("Nothing can be written to " + file + ".", "Name another file with -o FILE.");
        }
    }

    /// A capture cannot be made again. To be called when it is known that there is something to capture
    /// from. What is no plain file, for example a pipe, is written into.
    private void keepEarlier() {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                console.note("The earlier " + file + " is kept: it is now " + EarlierFiles.moveOneAside(file) + ".");
            }
        } catch (IOException stays) {
            throw LabException.file(
                    "The earlier " + file + " cannot be moved aside: " + stays.getMessage(),
                    "Name another file with -o FILE.");
        }
    }

    private int fromInterface(LabSettings settings) {
        Topology lab = options.choose(console);
        String name =
                interfaceName != null ? interfaceName : lab.hostInterface().name();
        String filter = interfaceName != null ? "not tcp port " + settings.pcapPort() : lab.captureFilter();
        try (InterfaceCapture capture = InterfaceCapture.open(name, filter)) {
            keepEarlier();
            console.note("Capturing on " + name + " into " + file + ". Ctrl-C ends it.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> report(Counted.of(capture.packets(), "packet"))));
            capture.record(file, count);
        }
        return ExitStatus.OK.code();
    }

    private int fromLab(int port) {
        try (PcapOverIpReader reader = PcapOverIpReader.connect(port)) {
            keepEarlier();
            console.note("Capturing from " + Wireshark.overIp(port) + " into " + file + ". Ctrl-C ends it.");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> report("the capture")));
            copy(reader);
        } catch (IOException harmless) {
            // Only closing failed; the file is whole.
        }
        return ExitStatus.OK.code();
    }

    private void copy(PcapOverIpReader reader) {
        if (count > 0) {
            reader.copyTo(file, count);
        } else {
            reader.copyTo(file);
        }
    }

    private void report(String what) {
        console.note("Saved " + what + " in " + file + ".");
    }

    private int openWireshark(int port) {
        Path program = Wireshark.find("wireshark", System.getenv())
                .orElseThrow(() -> LabException.machine(
                        "Wireshark is not on this machine.",
                        "Install it (sudo apt install wireshark, brew install --cask wireshark, or wireshark.org)."));
        try {
            new ProcessBuilder(program.toString(), "-k", "-i", Wireshark.overIp(port))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            console.note("Wireshark opens on " + Wireshark.overIp(port) + ".");
            return ExitStatus.OK.code();
        } catch (IOException refused) {
            throw LabException.machine("Wireshark cannot be started: " + refused.getMessage(), "Start it by hand.");
        }
    }
}
