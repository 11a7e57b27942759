package eavesdrop.cli;

import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import java.nio.file.Path;

/// Where a person finds what is said in a scenario. TLS closes the wire, and `reveal` with it; a sealed text stands
/// on the wire, and nobody reads it.
///
/// @param scenario the one that runs
/// @param malloryLog what Mallory writes down, where the scenario has her
record WhereToLook(Scenario scenario, Path malloryLog) {
    /// In the lab that runs. A scenario that is none of the kit's is taken for plain.
    static WhereToLook in(Topology lab) {
        Path labs = LabFiles.settings().labs();
        Scenario running = lab.runningScenario()
                .filter(Scenario.all(labs)::contains)
                .map(name -> Scenario.named(labs, name))
                .orElse(Scenario.PLAIN);
        return in(lab.runningClasses().map(running::withClasses).orElse(running));
    }

    static WhereToLook in(Scenario scenario) {
        return new WhereToLook(scenario, LabFiles.settings().malloryLog());
    }

    boolean isTls() {
        return scenario.at("CHAT_CLIENT_TRANSPORT").isPresent();
    }

    private boolean isSealed() {
        return scenario.at("CHAT_CLIENT_SEALER").isPresent();
    }

    /// How to join, before anything was said.
    String joining() {
        return "'./labw chat" + scenario.toJoin() + "'";
    }

    /// How to listen, before anything was said.
    String listening() {
        return isTls() ? "in Wireshark, and with './labw operator'" : "with './labw reveal'";
    }

    /// Where it is, after it was said.
    String found(Path capture) {
        String wire = "open " + capture + " in Wireshark";
        if (!isTls()) {
            return wire + ", or see './labw reveal'." + (isSealed() ? " What they said is sealed there." : "");
        }
        return wire + ". TLS hides every word there; './labw operator' shows what reached the server."
                + (scenario.hasMallory() ? " What Mallory read and wrote stands in " + malloryLog + "." : "");
    }
}
