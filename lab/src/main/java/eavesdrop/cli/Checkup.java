package eavesdrop.cli;

import eavesdrop.capture.Wireshark;
import eavesdrop.cli.Checkup.Finding.State;
import eavesdrop.topology.ComposeTopology;
import eavesdrop.topology.DockerProbe;
import eavesdrop.topology.HostPort;
import eavesdrop.topology.LabSettings;
import eavesdrop.topology.LocalTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Looks at this machine: what the lab needs, what it could use, and what is missing.
final class Checkup {
    private static final long NEEDED_BYTES = 2L << 30;

    /// One thing that was looked at.
    ///
    /// @param name for example `Docker`
    /// @param detail what was found
    /// @param remedy what to do, empty when nothing is to be done
    record Finding(String name, State state, String detail, String remedy) {
        enum State {
            GOOD,
            /// Missing, and only part of the labs needs it.
            OPTIONAL,
            MISSING
        }
    }

    private final LabSettings settings;
    private final Map<String, String> environment;

    Checkup(LabSettings settings, Map<String, String> environment) {
        this.settings = settings;
        this.environment = environment;
    }

    List<Finding> findings() {
        boolean labRuns = new LocalTopology(settings, List.of()).isUp() || new ComposeTopology(settings).isUp();
        return List.of(
                docker(),
                new Finding(
                        "JDK",
                        State.GOOD,
                        System.getProperty("java.version") + ", " + System.getProperty("java.home"),
                        ""),
                port("chat port", settings.port(), "LAB_PORT", labRuns),
                port("pcap port", settings.pcapPort(), "LAB_PCAP_PORT", labRuns),
                wireshark(),
                new Finding(
                        "system", State.GOOD, System.getProperty("os.name") + ", " + System.getProperty("os.arch"), ""),
                disk());
    }

    private Finding docker() {
        return switch (DockerProbe.probe(settings.labs())) {
            case DockerProbe.Answers(String engine, String compose) ->
                new Finding("Docker", State.GOOD, "engine " + engine + ", compose " + compose, "");
            case DockerProbe.Missing(String what, String remedy) -> new Finding("Docker", State.MISSING, what, remedy);
        };
    }

    private static Finding port(String name, int port, String variable, boolean labRuns) {
        if (HostPort.isFree(port)) {
            return new Finding(name, State.GOOD, port + " is free", "");
        }
        if (labRuns) {
            return new Finding(name, State.GOOD, port + " is in use by this lab", "");
        }
        return new Finding(
                name,
                State.MISSING,
                port + " is in use by another program",
                "End that program, or write another port into the file labs/.env: " + variable + "=" + (port + 1));
    }

    private Finding wireshark() {
        return Wireshark.find("wireshark", environment)
                .map(program -> new Finding("Wireshark", State.GOOD, program.toString(), ""))
                .orElseGet(() -> new Finding(
                        "Wireshark",
                        State.OPTIONAL,
                        "not found; the worksheets use it",
                        "Install it: sudo apt install wireshark, brew install --cask wireshark, or wireshark.org"));
    }

    private Finding disk() {
        try {
            Path folder = Files.exists(settings.data()) ? settings.data() : settings.home();
            long free = Files.getFileStore(folder).getUsableSpace();
            String detail = "%.1f GB free".formatted(free / 1e9);
            return free >= NEEDED_BYTES
                    ? new Finding("disk", State.GOOD, detail, "")
                    : new Finding(
                            "disk", State.MISSING, detail, "The images and captures need about 2 GB: free some space.");
        } catch (IOException unreadable) {
            return new Finding(
                    "disk", State.OPTIONAL, "free space cannot be read", "Check the folder " + settings.data());
        }
    }
}
