package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which lab: `--topology`, and `--scenario NAME` for every command to which the scenario makes
/// a difference.
final class LabOptions {
    @Mixin
    private TopologyOption topology = new TopologyOption();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            completionCandidates = CompletionCommand.Scenarios.class,
            description = "The rung of the ladder, a folder of labs/scenarios. Default: the one that runs, else plain.")
    private @Nullable String scenario;

    /// The lab that the person means. `console` hears it when the choice is not the usual one.
    Topology choose(Console console) {
        return named().filter(Scenario::needsClasses)
                .map(chosen -> topology.choose(console, chosen))
                .orElseGet(() -> topology.choose(console));
    }

    /// The scenario that the person named, if they named one.
    Optional<Scenario> named() {
        return Optional.ofNullable(scenario)
                .map(name -> Scenario.named(LabFiles.settings().labs(), name));
    }

    /// The lab with that scenario, to be started.
    Topology chooseToStart(Console console, Scenario chosen) {
        return topology.chooseToStart(console, chosen);
    }
}
