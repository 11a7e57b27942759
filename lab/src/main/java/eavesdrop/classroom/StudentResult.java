package eavesdrop.classroom;

import java.util.List;
import java.util.Map;

/// What one student has reached.
///
/// @param submission the file that counts; empty when nothing was handed in
/// @param kit the version of the kit that packed it; empty where nothing says so
/// @param scores one for each worksheet that counts
/// @param hints how many hints were taken, by question
/// @param spoiled how often the student let the kit show the codewords before worksheet 2 was right
/// @param sheets the verdicts behind the scores
public record StudentResult(
        String id,
        String name,
        String submission,
        String kit,
        List<Remark> remarks,
        List<Score> scores,
        Map<String, Integer> hints,
        int spoiled,
        List<Graded.Sheet> sheets) {
    /// @param reached points for the answers, as the checker says
    /// @param points what counts: 0 where the evidence is another student's
    /// @param handedIn whether the worksheet is part of the submission
    public record Score(int worksheet, int points, int reached, int of, boolean handedIn) {}

    public int points() {
        return scores.stream().mapToInt(Score::points).sum();
    }

    public int of() {
        return scores.stream().mapToInt(Score::of).sum();
    }

    /// `ok`, `look` where something is remarkable, `not-checked` or `missing`.
    public String state() {
        if (submission.isEmpty()) {
            return "missing";
        }
        if (remarks.isEmpty()) {
            return "ok";
        }
        boolean checked = !sheets.isEmpty()
                || remarks.stream().noneMatch(remark -> remark.mark().stops());
        return checked ? "look" : "not-checked";
    }

    /// The words of the marks, each once.
    public List<String> marks() {
        return remarks.stream().map(remark -> remark.mark().word()).distinct().toList();
    }
}
