package eavesdrop.classroom;

import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.Report;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Partly;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import eavesdrop.worksheet.Verdict.Waits;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A worksheet checked against one run of the lab.
record Chosen(LabRun run, Belonging belonging, Report report) {
    /// Whether a run is one of the worksheet's lab. The later, the better it fits.
    enum Belonging {
        /// Of another scenario, and nothing of the lab's conversation is in it.
        FOREIGN,
        /// Nothing of the lab's conversation is in it, or not yet.
        SILENT,
        /// Of another scenario, in which the lab's conversation was held, too.
        VARIED,
        /// The lab's own.
        OWN;

        boolean hasConversation() {
            return this == VARIED || this == OWN;
        }
    }

    /// So many answers may be right by chance with a run that nobody looked at.
    private static final int BY_CHANCE = 1;

    /// Whether the worksheet is rather about this run than about another one. Only answers that are right with one run
    /// and not with the other tell them apart: a codeword is the same in all of a student's runs.
    boolean fitsBetterThan(Chosen other) {
        boolean nearer = belonging.compareTo(other.belonging) > 0;
        if (!belonging.hasConversation() || !other.belonging.hasConversation()) {
            return nearer;
        }
        int more = rightOnlyHere(other).size() - other.rightOnlyHere(this).size();
        return more > BY_CHANCE || (nearer && more >= -BY_CHANCE);
    }

    /// The answers that are right with this run and not with the other.
    List<BlankId> rightOnlyHere(Chosen other) {
        Set<BlankId> notThere = other.report.results().stream()
                .filter(result -> isAgainst(result.verdict()))
                .map(Result::id)
                .collect(Collectors.toSet());
        return report.results().stream()
                .filter(result -> result.verdict() instanceof Right && notThere.contains(result.id()))
                .map(Result::id)
                .toList();
    }

    /// An answer that waits for another says nothing about the run: it may well be right there, too.
    private static boolean isAgainst(Verdict verdict) {
        return switch (verdict) {
            case Wrong _, Partly _, CannotCheck _ -> true;
            case Right _, Waits _, NotAnswered _, Unreadable _, NotInThisLab _ -> false;
        };
    }

    /// Whether this is a reason to look for another run.
    boolean mayFitBetter() {
        return belonging != Belonging.OWN || report.points() < report.of();
    }
}
