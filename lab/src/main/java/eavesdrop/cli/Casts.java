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
        Path labs = LabFiles.settings().labs();
        String name = "%02d.cast".formatted(lab);
        Path file = Scenario.all(labs).stream()
                .map(scenario -> labs.resolve("scenarios").resolve(scenario).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        LabException.usage("Lab " + lab + " has no conversation of its own.", "Try './labw play 2'."));
        return Cast.read(file, ticket.codewords(lab));
    }
}
