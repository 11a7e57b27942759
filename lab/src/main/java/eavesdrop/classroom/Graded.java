package eavesdrop.classroom;

import eavesdrop.worksheet.ReportJson;
import java.util.List;
import java.util.Map;

/// What came of checking one submission by itself, without a look at the others. This is what is kept from run to run.
///
/// @param student the ID that the submission gives; empty when it gives none
/// @param checkedAs the ID of the roster whose ticket it was checked with; empty when there was none
/// @param kit the version of the kit that packed it
/// @param sheets one for each worksheet that it holds
/// @param hints how many hints were taken, by question
/// @param spoiled how often the student let the kit show the codewords before worksheet 2 was right
/// @param mentions the codewords in it
/// @param openings how the connections in its captures begin
public record Graded(
        String student,
        String checkedAs,
        String kit,
        List<Remark> remarks,
        List<Sheet> sheets,
        Map<String, Integer> hints,
        int spoiled,
        List<Mention> mentions,
        List<Opening> openings) {
    /// A checked worksheet.
    ///
    /// @param log the path of the operator's log; empty when it rests on none
    public record Sheet(ReportJson report, String log) {}

    static Graded refused(String student, Remark why) {
        return new Graded(student, "", "", List.of(why), List.of(), Map.of(), 0, List.of(), List.of());
    }

    /// Whether it was checked.
    boolean isChecked() {
        return remarks.stream().noneMatch(remark -> remark.mark().stops());
    }
}
