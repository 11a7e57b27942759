package eavesdrop.classroom;

import eavesdrop.classroom.Chosen.Belonging;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Checker;
import eavesdrop.worksheet.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the run of the lab that a worksheet is about. The newest run may be one of another lab, and the same lab may
/// have run twice.
///
/// @param expected what is expected of the worksheet
/// @param own all codewords of the student
public record RunChoice(CheckFile expected, Set<String> own, AnswerSheet sheet) {
    /// A worksheet checked against the run that it is about.
    ///
    /// @param capture what was looked at
    /// @param why a sentence or two where this is not simply the newest run; else empty
    public record Outcome(Report report, Path capture, String why) {
        /// The report with that sentence among its notes.
        public Report noted() {
            return why.isEmpty() ? report : report.noting(why);
        }
    }

    /// Checks against the run that was named, else the newest; or, where an older one fits better, against that, and
    /// says so.
    public Outcome against(LabRuns runs) {
        Chosen newest = judged(runs.newest());
        if (runs.isNamed()) {
            return outcome(newest, "");
        }
        List<Chosen> older = newest.mayFitBetter() ? older(runs) : List.of();
        Optional<Chosen> better = best(older).filter(best -> best.fitsBetterThan(newest));
        RunWords words = new RunWords(expected, newest);
        return better.map(best -> outcome(best, words.checkedAgainst(best)))
                .orElseGet(() -> switch (newest.belonging()) {
                    case FOREIGN ->
                        new Outcome(
                                unseen(List.of(words.notThisLab())),
                                newest.run().capture(),
                                words.noRun());
                    case VARIED -> outcome(newest, words.varied());
                    case SILENT -> outcome(newest, "");
                    case OWN -> outcome(newest, words.mayBeAbout(older));
                });
    }

    private static Outcome outcome(Chosen chosen, String why) {
        return new Outcome(chosen.report(), chosen.run().capture(), why);
    }

    /// The older runs in which the lab's conversation was held.
    private List<Chosen> older(LabRuns runs) {
        return judged(runs.older()).stream()
                .filter(chosen -> chosen.belonging().hasConversation())
                .toList();
    }

    List<Chosen> judged(List<LabRun> runs) {
        return runs.stream().map(this::judged).toList();
    }

    /// The run that fits best; of several that fit alike, the first.
    static Optional<Chosen> best(List<Chosen> runs) {
        return runs.stream().reduce((best, next) -> next.fitsBetterThan(best) ? next : best);
    }

    private Chosen judged(LabRun run) {
        return new Chosen(run, belonging(run), new Checker(expected, run.evidence(), own).check(sheet));
    }

    private Belonging belonging(LabRun run) {
        boolean other =
                run.scenario().filter(name -> !name.equals(expected.scenario())).isPresent();
        if (expected.isAbout(run.evidence())) {
            return other ? Belonging.VARIED : Belonging.OWN;
        }
        return other ? Belonging.FOREIGN : Belonging.SILENT;
    }

    /// Without a run of the lab, nothing can be checked.
    Report unseen(List<String> limits) {
        return new Checker(expected, new NoEvidence(limits)).check(sheet);
    }
}
