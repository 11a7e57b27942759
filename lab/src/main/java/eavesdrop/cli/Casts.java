package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.topology.Scenario;
import eavesdrop.worksheet.Cast;
import java.nio.file.Files;
import java.nio.file.Path;

/// The conversations of the labs, with this student's codewords in them.
final class Casts {
    private Casts() {}

    /// The number of the lab whose conversation belongs to a scenario.
    static int of(Scenario scenario) {
        return scenario.at("LAB_CAST").map(Integer::valueOf).orElse(2);
    }

    static Cast of(int lab, Ticket ticket) {
        return Cast.read(file(scenarioOf(lab), lab), ticket.codewords(lab));
    }

    /// The name of the scenario for which the conversation of a lab was written.
    ///
    /// @throws LabException (usage) when that lab has none
    static String scenarioOf(int lab) {
        return Scenario.all(LabFiles.settings().labs()).stream()
                .filter(scenario -> Files.exists(file(scenario, lab)))
                .findFirst()
                .orElseThrow(() ->
                        LabException.usage("Lab " + lab + " has no conversation of its own.", "Try './labw play 2'."));
    }

    private static Path file(String scenario, int lab) {
        return LabFiles.settings().labs().resolve("scenarios").resolve(scenario).resolve("%02d.cast".formatted(lab));
    }
}
