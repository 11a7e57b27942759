package eavesdrop.classroom;

import eavesdrop.worksheet.ReportJson;
import eavesdrop.worksheet.ReportJson.AnswerJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One student on one page: each verdict, and the evidence for it.
final class StudentPage {
    /// What stands before the word, so that nobody has to see colours. Verdicts that say nothing about the student
    /// have a question mark.
    private static final Map<String, String> SIGNS = Map.of(
            "right", "✓ right",
            "partly-right", "◐ partly right",
            "wrong", "✗ wrong",
            "not-answered", "· not answered",
            "unreadable", "✗ cannot be read",
            "waits", "… waits for another answer",
            "not-in-this-lab", "– not in this lab",
            "cannot-check", "? cannot be checked");

    private final StudentResult result;

    StudentPage(StudentResult result) {
        this.result = result;
    }

    String html() {
        String name = result.name().isEmpty() ? "" : ", " + result.name();
        return Page.of(result.id() + name, html -> {
            html.open("p").element("a", "The class", "href", "../index.html").close();
            summary(html);
            if (!result.remarks().isEmpty()) {
                html.element("h2", "What was noticed");
                Page.remarks(html, result.remarks());
            }
            result.sheets().forEach(sheet -> sheet(html, sheet));
        });
    }

    private void summary(Html html) {
        html.open("dl");
        pair(html, "Points", result.points() + " of " + result.of());
        result.scores()
                .forEach(score -> pair(
                        html,
                        "Worksheet " + score.worksheet(),
                        score.handedIn() ? score.points() + " of " + score.of() : "not handed in"));
        pair(html, "File", result.submission().isEmpty() ? "none" : result.submission());
        pair(
                html,
                "Packed with",
                result.kit().isEmpty() ? "unknown" : "version " + Shown.of(result.kit()) + " of the kit");
        pair(html, "Hints taken", hints());
        pair(html, "Codewords shown early", result.spoiled() == 0 ? "never" : result.spoiled() + " times");
        html.close();
    }

    private String hints() {
        return result.hints().isEmpty()
                ? "none"
                : result.hints().entrySet().stream()
                        .map(hint -> hint.getValue() + " for " + hint.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static void pair(Html html, String name, String value) {
        html.element("dt", name).element("dd", value);
    }

    private static void sheet(Html html, Graded.Sheet sheet) {
        ReportJson report = sheet.report();
        html.element("h2", "Worksheet " + report.worksheet() + ": " + report.title());
        html.open("p").text("Checked against ").element("code", named(report.capture()));
        html.text(sheet.log().isEmpty() ? " alone, without an operator's log." : " and ");
        if (!sheet.log().isEmpty()) {
            html.element("code", sheet.log()).text(".");
        }
        html.close();
        answers(html, report.answers());
        kept(html, report);
        if (!report.notes().isEmpty()) {
            html.element("h3", "Notes").open("ul");
            report.notes().forEach(note -> html.element("li", note));
            html.close();
        }
    }

    private static String named(String capture) {
        return capture.isEmpty() ? "no capture" : capture;
    }

    private static void answers(Html html, List<AnswerJson> answers) {
        html.open("div", "class", "wide").open("table");
        Page.heads(html, "Answer", "Written", "Verdict", "Points", "Why", "Rests on", "Display filter");
        html.open("tbody");
        for (AnswerJson answer : answers) {
            html.open("tr", "class", answer.verdict());
            html.element("th", answer.question() + " " + answer.blank(), "scope", "row");
            html.open("td").element("code", answer.answered()).close();
            html.element("td", SIGNS.getOrDefault(answer.verdict(), answer.verdict()), "class", "state");
            html.element("td", answer.points() + " of " + answer.of(), "class", "number");
            html.element("td", answer.explanation());
            html.element("td", restsOn(answer));
            html.open("td").element("code", answer.filter()).close().close();
        }
        html.close().close().close();
    }

    private static String restsOn(AnswerJson answer) {
        return Stream.of(numbered("frame", answer.frames()), numbered("log line", answer.logLines()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String numbered(String what, List<Integer> numbers) {
        String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : what + (numbers.size() == 1 ? " " : "s ") + all;
    }

    private static void kept(Html html, ReportJson report) {
        if (report.kept().isEmpty()) {
            return;
        }
        html.element("h3", "Kept, and not checked");
        report.kept().forEach(kept -> {
            html.element("h4", kept.purpose() + " " + kept.id());
            html.element("pre", kept.text());
        });
    }
}
