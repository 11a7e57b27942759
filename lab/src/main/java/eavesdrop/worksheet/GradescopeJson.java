package eavesdrop.worksheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import eavesdrop.worksheet.Verdict.Right;
import java.util.List;
import java.util.stream.Stream;

/// Checked worksheets as Gradescope's autograder takes them (`results.json`). There a test passes or fails; what
/// this lab cannot show passes, with 0 of 0 points.
///
/// @param score the points of all tests together
/// @param output said above the tests
public record GradescopeJson(int score, String output, List<Test> tests) {
    /// One blank.
    public record Test(
            String name,
            String number,
            int score,
            @JsonProperty("max_score") int maxScore,
            String status,
            String output) {}

    public static GradescopeJson of(List<Report> reports) {
        List<Test> tests = reports.stream().flatMap(GradescopeJson::tests).toList();
        int score = tests.stream().mapToInt(Test::score).sum();
        String output = String.join(
                "\n",
                reports.stream().flatMap(report -> report.notes().stream()).toList());
        return new GradescopeJson(score, output, tests);
    }

    private static Stream<Test> tests(Report report) {
        return report.results().stream().map(GradescopeJson::test);
    }

    private static Test test(Result result) {
        Verdict verdict = result.verdict();
        return new Test(
                result.id().toString(),
                result.id().question(),
                result.points(),
                result.of(),
                verdict instanceof Right || verdict instanceof NotInThisLab ? "passed" : "failed",
                verdict.explanation().isEmpty() ? verdict.word() : verdict.word() + ": " + verdict.explanation());
    }
}
