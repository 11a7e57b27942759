package eavesdrop.classroom;

import eavesdrop.worksheet.Report;
import java.util.Comparator;

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

    /// The run in which the lab's own conversation was held, and most answers are right.
    static Comparator<Chosen> byFit() {
        return Comparator.comparing(Chosen::belonging)
                .thenComparingInt(chosen -> chosen.report().points());
    }

    /// Whether this is a reason to look for another run.
    boolean mayFitBetter() {
        return belonging != Belonging.OWN || report.points() < report.of();
    }
}
