package eavesdrop.classroom;

import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.CheckFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says which run of the lab a worksheet was checked against, when that is not simply the newest.
///
/// @param newest the newest run
record RunWords(CheckFile expected, Chosen newest) {
    String checkedAgainst(Chosen older) {
        return whyNot(older) + " So the answers were checked against the older run: " + files(older.run())
                + ". For the newest: ./labw check " + expected.number() + options(newest.run());
    }

    private String whyNot(Chosen older) {
        return switch (newest.belonging()) {
            case FOREIGN, VARIED -> notThisLab();
            case SILENT ->
                "In the newest run (" + name(newest.run().capture()) + ") nobody held the conversation of lab "
                        + expected.number() + ".";
            case OWN ->
                "The answers fit an older run better: " + older.report().points() + " points there, "
                        + newest.report().points() + " with the newest ("
                        + name(newest.run().capture()) + ").";
        };
    }

    /// Says of answers that are wrong with the newest run with which older one they are right; nothing where others
    /// are right with the newest alone.
    String mayBeAbout(List<Chosen> older) {
        return older.stream()
                .filter(run -> !run.rightOnlyHere(newest).isEmpty())
                .filter(run -> newest.rightOnlyHere(run).isEmpty())
                .findFirst()
                .map(this::mayBeAbout)
                .orElse("");
    }

    private String mayBeAbout(Chosen older) {
        String answers =
                older.rightOnlyHere(newest).stream().map(BlankId::toString).collect(Collectors.joining(", "));
        return answers + " is right with an older run, " + name(older.run().capture())
                + ". If you looked at that one: ./labw check " + expected.number() + options(older.run());
    }

    /// Which scenario the newest run has instead.
    String notThisLab() {
        return "The newest run (" + name(newest.run().capture()) + ") is one of the scenario "
                + newest.run().scenario().orElse("unknown") + "; worksheet " + expected.number() + " is about "
                + expected.scenario() + ".";
    }

    String varied() {
        return notThisLab() + " Its conversation is that of the lab, so the answers were checked against it.";
    }

    String noRun() {
        return notThisLab() + " No run of that is kept, so nothing can be checked. Start it with " + expected.toPlay()
                + ".";
    }

    private static String files(LabRun run) {
        return name(run.capture()) + run.log().map(log -> " and " + name(log)).orElse("");
    }

    private static String options(LabRun run) {
        return " --capture " + run.capture()
                + run.log().map(log -> " --log " + log).orElse("");
    }

    private static String name(Path file) {
        return String.valueOf(Optional.ofNullable(file.getFileName()).orElse(file));
    }
}
