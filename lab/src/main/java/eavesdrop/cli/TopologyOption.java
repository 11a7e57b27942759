package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.topology.ComposeTopology;
import eavesdrop.topology.LabSettings;
import eavesdrop.topology.LocalTopology;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--topology compose|local`, for every command that needs a running lab. `LabOptions` adds the scenario.
///
/// Without it: the one that runs; else compose where a Docker engine answers; else local, which is said.
final class TopologyOption {
    enum Kind {
        COMPOSE,
        LOCAL
    }

    @Option(
            names = "--topology",
            paramLabel = "compose|local",
            description = "Containers, or one process on loopback. Default: the one that runs, else containers where"
                    + " Docker answers, else local.")
    private @Nullable Kind kind;

    /// The lab of the scenario that runs.
    Topology choose(Console console) {
        return choose(console, LabFiles.settings());
    }

    /// The lab of that scenario.
    Topology choose(Console console, Scenario chosen) {
        return choose(console, LabFiles.settings().withScenario(chosen));
    }

    /// The lab with that scenario, to be started.
    ///
    /// @throws LabException (machine) when the lab of the other topology runs: it has the ports
    Topology chooseToStart(Console console, Scenario chosen) {
        Topology lab = choose(console, chosen);
        if (kind != null) {
            running().filter(other -> !other.name().equals(lab.name())).ifPresent(TopologyOption::refuse);
        }
        return lab;
    }

    private static void refuse(Topology other) {
        throw LabException.machine(
                "The lab runs already, as topology " + other.name() + ", and has the ports.",
                "End it first: ./labw down --topology " + other.name());
    }

    private Topology choose(Console console, LabSettings settings) {
        if (kind == Kind.COMPOSE) {
            return new ComposeTopology(settings);
        }
        LocalTopology local = new LocalTopology(settings, backgroundCommand());
        if (kind == Kind.LOCAL || local.isUp()) {
            return local;
        }
        ComposeTopology compose = new ComposeTopology(settings);
        if (compose.possible()) {
            return compose;
        }
        console.note("No Docker engine answers, so this is the lab in one process on loopback (--topology local).");
        return local;
    }

    /// The lab that runs, in whichever topology; empty when none does.
    static Optional<Topology> running() {
        LabSettings settings = LabFiles.settings();
        LocalTopology local = new LocalTopology(settings, backgroundCommand());
        return local.isUp()
                ? Optional.of(local)
                : Optional.<Topology>of(new ComposeTopology(settings)).filter(Topology::isUp);
    }

    // The same JVM, jar and lab as this command's own.
    private static List<String> backgroundCommand() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-Deavesdrop.home=" + LabFiles.home(),
                "-cp",
                System.getProperty("java.class.path"),
                LocalMain.class.getName());
    }
}
