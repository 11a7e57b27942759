package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.Ticket;
import eavesdrop.topology.Scenario;
import eavesdrop.worksheet.Cast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The conversations of the labs, with this student's codewords in them.
final class Casts {
    /// The file of a conversation has a number of two digits.
    private static final int MOST = 99;

    private Casts() {}

    /// The number of the lab whose conversation belongs to a scenario.
    static int of(Scenario scenario) {
        return scenario.at("LAB_CAST").map(Integer::valueOf).orElse(2);
    }

    /// How to let the people of a scenario talk: its one conversation, or those from which a worksheet takes its own.
    static String toPlay(Scenario scenario) {
        List<Integer> labs = scenario.at("LAB_CAST").isPresent() ? List.of(of(scenario)) : in(scenario.name());
        List<Integer> others = labs.stream().skip(1).toList();
        return "'./labw play " + (labs.isEmpty() ? of(scenario) : labs.getFirst()) + "'"
                + (others.isEmpty() ? "" : " (or " + words(others) + ": the number of your worksheet)");
    }

    /// The numbers of the labs whose conversations were written for a scenario.
    private static List<Integer> in(String scenario) {
        return IntStream.rangeClosed(1, MOST)
                .filter(lab -> Files.exists(file(scenario, lab)))
                .boxed()
                .toList();
    }

    private static String words(List<Integer> labs) {
        return labs.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static Cast of(int lab, Ticket ticket) {
        return Cast.read(file(scenarioOf(lab), lab), ticket.codewords(lab));
    }

    /// The name of the scenario for which the conversation of a lab was written.
    ///
    /// @throws LabException (usage) when that lab has none
    static String scenarioOf(int lab) {
        List<String> scenarios = Scenario.all(LabFiles.settings().labs());
        return scenarios.stream()
                .filter(scenario -> Files.exists(file(scenario, lab)))
                .findFirst()
                .orElseThrow(() -> LabException.usage(
                        "Lab " + lab + " has no conversation of its own.",
                        "These have one: "
                                + words(scenarios.stream()
                                        .flatMap(scenario -> in(scenario).stream())
                                        .sorted()
                                        .toList())
                                + "."));
    }

    private static Path file(String scenario, int lab) {
        return LabFiles.settings().labs().resolve("scenarios").resolve(scenario).resolve("%02d.cast".formatted(lab));
    }
}
