package eavesdrop.worksheet;

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
import java.util.stream.Collectors;

/// Checked worksheets as JUnit XML, which build servers show: one test for each blank. What cannot be checked
/// is an error, not a failure. The schemas want to know how long each took; that says nothing here, so it is 0.
public final class JUnitXml {
    private JUnitXml() {}

    public static String of(List<Report> reports) {
        String suites = reports.stream().map(JUnitXml::suite).collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + suites + "</testsuites>";
    }

    private static String suite(Report report) {
        long errors = report.results().stream()
                .filter(result -> result.verdict() instanceof CannotCheck)
                .count();
        long right = report.results().stream()
                .filter(result -> result.verdict() instanceof Right)
                .count();
        long skipped = report.results().stream()
                .filter(result -> result.verdict() instanceof NotInThisLab)
                .count();
        int all = report.results().size();
        return "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\" time=\"0\">\n"
                        .formatted(
                                escaped("worksheet " + report.number()),
                                all,
                                all - right - errors - skipped,
                                errors,
                                skipped)
                + report.results().stream()
                        .map(result -> test(report.number(), result))
                        .collect(Collectors.joining())
                + notes(report)
                + "  </testsuite>\n";
    }

    /// What else was noticed: a codeword of somebody else, the run that was checked against.
    private static String notes(Report report) {
        return report.notes().isEmpty()
                ? ""
                : "    <system-out>" + escaped(String.join("\n", report.notes())) + "</system-out>\n";
    }

    private static String test(int worksheet, Result result) {
        String begin = "    <testcase classname=\"worksheet%d\" name=\"%s\" time=\"0\""
                .formatted(worksheet, escaped(result.id().toString()));
        Verdict verdict = result.verdict();
        String message = verdict.explanation().isEmpty() ? verdict.word() : verdict.explanation();
        return switch (verdict) {
            case Right _ -> begin + "/>\n";
            case Partly _, Wrong _, Waits _, NotAnswered _, Unreadable _ ->
                begin + inside("failure", verdict.word(), message);
            case CannotCheck _ -> begin + inside("error", verdict.word(), message);
            case NotInThisLab _ -> begin + inside("skipped", verdict.word(), message);
        };
    }

    private static String inside(String element, String type, String message) {
        return ">\n      <%s type=\"%s\" message=\"%s\"/>\n    </testcase>\n"
                .formatted(element, type, escaped(message));
    }

    /// For a text or an attribute. What XML 1.0 (section 2.2) allows in no form is left out.
    private static String escaped(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
