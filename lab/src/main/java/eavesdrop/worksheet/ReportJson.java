package eavesdrop.worksheet;

import eavesdrop.worksheet.Report.Kept;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.CannotCheck;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Partly;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Unreadable;
import eavesdrop.worksheet.Verdict.Waits;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.List;

/// A checked worksheet as `check --format json` prints it. The names are a contract with graders.
///
/// @param student the ID of the ticket
/// @param capture the file that was checked against
public record ReportJson(
        int worksheet,
        String title,
        String student,
        String capture,
        int points,
        int of,
        int percent,
        boolean allRight,
        List<AnswerJson> answers,
        List<KeptJson> kept,
        List<String> notes,
        List<String> foreignCodewords) {
    /// One blank.
    ///
    /// @param answered as typed; empty when nothing
    /// @param verdict the word of the `Verdict`
    /// @param explanation one sentence, or empty
    /// @param frames the frames of the capture that the verdict rests on
    /// @param logLines the lines of the operator's log that it rests on
    /// @param filter a Wireshark display filter
    public record AnswerJson(
            String question,
            String blank,
            String answered,
            String verdict,
            String explanation,
            List<Integer> frames,
            List<Integer> logLines,
            String filter,
            int points,
            int of) {}

    /// A guess or an explanation, not checked.
    public record KeptJson(String purpose, String id, String text) {}

    public static ReportJson of(Report report, String student, String capture) {
        return new ReportJson(
                report.number(),
                report.title(),
                student,
                capture,
                report.points(),
                report.of(),
                report.percent(),
                report.allRight(),
                report.results().stream().map(ReportJson::answer).toList(),
                report.kept().stream().map(ReportJson::kept).toList(),
                report.notes(),
                report.foreign());
    }

    private static AnswerJson answer(Result result) {
        Verdict verdict = result.verdict();
        List<Integer> frames = switch (verdict) {
            case Right right -> right.frames();
            case Wrong wrong -> wrong.frames();
            case Partly _, Waits _, NotAnswered _, Unreadable _, CannotCheck _, NotInThisLab _ -> List.of();
        };
        List<Integer> logLines = verdict instanceof Right right ? right.logLines() : List.of();
        return new AnswerJson(
                result.id().question(),
                result.id().blank(),
                result.typed(),
                result.verdict().word(),
                result.verdict().explanation(),
                frames,
                logLines,
                result.filter(),
                result.points(),
                result.of());
    }

    private static KeptJson kept(Kept kept) {
        return new KeptJson(kept.purpose().word(), kept.id(), kept.text());
    }
}
