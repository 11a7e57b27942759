package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.topology.Scenario;
import eavesdrop.worksheet.Cast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// The conversations of the labs, with this student's codewords in them.
final class Casts {
    private Casts() {}

    /// The number of the lab whose conversation belongs to a scenario; 2 where it has none of its own.
    static int of(Scenario scenario) {
        Path folder = LabFiles.settings().labs().resolve("scenarios").resolve(scenario.name());
        return scenario.equals(Scenario.PLAIN)
                ? 2
                : IntStream.range(1, 100)
                        .filter(lab -> Files.exists(folder.resolve(file(lab))))
                        .findFirst()
                        .orElse(2);
    }

    private static String file(int lab) {
        return "%02d.cast".formatted(lab);
    }

    static Cast of(int lab, Ticket ticket) {
        Path labs = LabFiles.settings().labs();
        String name = file(lab);
        Path file = Scenario.all(labs).stream()
                .map(scenario -> labs.resolve("scenarios").resolve(scenario).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        LabException.usage("Lab " + lab + " has no conversation of its own.", "Try './labw play 2'."));
        return Cast.read(file, ticket.codewords(lab));
    }
}
