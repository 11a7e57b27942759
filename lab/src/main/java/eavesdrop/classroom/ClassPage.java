package eavesdrop.classroom;

import eavesdrop.classroom.Gradebook.Stray;
import eavesdrop.classroom.Gradebook.Worth;
import eavesdrop.classroom.StudentResult.Score;
import eavesdrop.worksheet.ReportJson.AnswerJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `index.html`: the class on one page.
final class ClassPage {
    private final Gradebook book;

    ClassPage(Gradebook book) {
        this.book = book;
    }

    String html() {
        return Page.of("The class", html -> {
            summary(html);
            strays(html);
            students(html);
            questions(html);
        });
    }

    private void summary(Html html) {
        html.open("dl");
        pair(html, "Students", book.results().size());
        pair(html, "Nothing remarkable", count("ok"));
        pair(html, "To be looked at", count("look"));
        pair(html, "Could not be checked", count("not-checked"));
        pair(html, "Missing", count("missing"));
        pair(html, "Submissions of nobody in the roster", book.strays().size());
        html.close();
    }

    private long count(String state) {
        return book.results().stream()
                .filter(result -> result.state().equals(state))
                .count();
    }

    private static void pair(Html html, String name, long value) {
        html.element("dt", name).element("dd", Long.toString(value));
    }

    private void strays(Html html) {
        if (book.strays().isEmpty()) {
            return;
        }
        html.element("h2", "Submissions of nobody in the roster")
                .open("div", "class", "wide")
                .open("table");
        Page.heads(html, "File", "Why");
        html.open("tbody");
        for (Stray stray : book.strays()) {
            html.open("tr").element("td", stray.file()).open("td");
            words(html, stray.remarks());
            html.close().close();
        }
        html.close().close().close();
    }

    private void students(Html html) {
        html.element("h2", "Students").open("div", "class", "wide").open("table");
        List<String> heads = new ArrayList<>(List.of("ID", "Name"));
        book.worksheets().forEach(worth -> heads.add("Worksheet " + worth.worksheet() + " (of " + worth.of() + ")"));
        heads.addAll(List.of("Points", "State", "What was noticed"));
        Page.heads(html, heads.toArray(String[]::new));
        html.open("tbody");
        book.results().forEach(result -> student(html, result));
        html.close().close().close();
    }

    private static void student(Html html, StudentResult result) {
        html.open("tr", "class", result.state());
        html.open("th", "scope", "row")
                .element("a", result.id(), "href", "students/student-" + result.id() + ".html")
                .close();
        html.element("td", result.name());
        for (Score score : result.scores()) {
            html.element("td", score.handedIn() ? Integer.toString(score.points()) : "–", "class", "number");
        }
        html.element("td", result.points() + " of " + result.of(), "class", "number");
        html.element("td", result.state(), "class", "state").open("td");
        words(html, result.remarks());
        html.close().close();
    }

    private static void words(Html html, List<Remark> remarks) {
        for (Remark remark : remarks) {
            html.open("div")
                    .element("strong", remark.mark().word())
                    .text(" " + remark.says())
                    .close();
        }
    }

    /// How many were right, so that one sees what to talk about in class.
    private void questions(Html html) {
        html.element("h2", "Questions");
        Map<String, int[]> tally = tally();
        for (Worth worth : book.worksheets()) {
            html.element("h3", "Worksheet " + worth.worksheet() + ": " + worth.title());
            html.open("div", "class", "wide").open("table");
            Page.heads(html, "Answer", "Right", "Partly right", "Wrong", "Not answered", "Could not be judged");
            html.open("tbody");
            tally.forEach((key, counts) -> {
                if (key.startsWith(worth.worksheet() + "/")) {
                    html.open("tr").element("th", key.substring(key.indexOf('/') + 1), "scope", "row");
                    for (int count : counts) {
                        html.element("td", Integer.toString(count), "class", "number");
                    }
                    html.close();
                }
            });
            html.close().close().close();
        }
    }

    /// The verdicts that are counted by themselves; the last column holds all others.
    private static final List<String> VERDICTS = List.of("right", "partly-right", "wrong", "not-answered");

    private Map<String, int[]> tally() {
        Map<String, int[]> tally = new LinkedHashMap<>();
        for (StudentResult result : book.results()) {
            for (Graded.Sheet sheet : result.sheets()) {
                for (AnswerJson answer : sheet.report().answers()) {
                    String key = sheet.report().worksheet() + "/" + answer.question() + " " + answer.blank();
                    int known = VERDICTS.indexOf(answer.verdict());
                    int column = known < 0 ? VERDICTS.size() : known;
                    tally.computeIfAbsent(key, _ -> new int[VERDICTS.size() + 1])[column]++;
                }
            }
        }
        return tally;
    }
}
