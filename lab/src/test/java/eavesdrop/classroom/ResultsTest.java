package eavesdrop.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.classroom.Gradebook.Stray;
import eavesdrop.classroom.Gradebook.Worth;
import eavesdrop.classroom.StudentResult.Score;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.BlankId;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.Checker;
import eavesdrop.worksheet.FilledIn;
import eavesdrop.worksheet.ReportJson;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/// What students write must not run on the instructor's machine.
class ResultsTest {
    private static final String EVIL = "</td><script>alert(\"x\")</script><img src=x onerror='y()'>&amp;\u202E\u0000";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showsWhateverStudentsTypedAsText() throws Exception {
        Results.write(evilBook(), folder);
        for (String page : List.of("index.html", "students/student-ada.html")) {
            String html = Files.readString(folder.resolve(page));
            assertThat(html)
                    .doesNotContain("<script", "<img", "onerror='", "\u202E", "\u0000")
                    .contains("&lt;script&gt;")
                    .contains("default-src &#39;none&#39;");
            assertThat(elements(html)).contains("main", "table", "th").doesNotContain("script", "img");
        }
    }

    @Test
    void leavesNoElementOpen() {
        Html html = new Html().open("p");
        assertThatThrownBy(html::page).hasMessageContaining("still open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uFF1D1", "|cmd", "%0A"})
    void takesTheEdgeOffFormulas(String cell) {
        assertThat(GradesCsv.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "12", "Ada = L.", "a@b.c", "'="})
    void leavesOtherCellsAsTheyAre(String cell) {
        assertThat(GradesCsv.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void writesTheClassForSpreadsheetsAndForMachines() throws IOException {
        Results.write(evilBook(), folder);
        assertThat(Files.readString(folder.resolve("grades.csv")))
                .startsWith("id,name,points,of,state,marks,worksheet 2,hints,spoiled,file,remarks\r\n")
                .contains("\r\nada,\"'=HYPERLINK(\"\"http://x\"\")\",0,24,look,late,0,2,1,a.zip,");
        var students = JsonMapper.shared()
                .readTree(folder.resolve("class.json").toFile())
                .get("students");
        assertThat(students.get(0).get("name").asString()).isEqualTo("=HYPERLINK(\"http://x\")");
        assertThat(folder.resolve("students/student-ada.json")).exists();
    }

    @Test
    void removesThePagesOfThoseWhoLeft() throws IOException {
        Results.write(evilBook(), folder);
        Path notes = Files.writeString(folder.resolve("students/notes.txt"), "mine");
        Results.write(new Gradebook(List.of(), List.of(), List.of()), folder);
        assertThat(folder.resolve("students/student-ada.html")).doesNotExist();
        assertThat(notes).exists();
    }

    private static List<String> elements(String html) throws Exception {
        // The pages happen to be XML but for elements without an end.
        String xml = html.replaceFirst("<!DOCTYPE html>", "").replaceAll("(<meta[^>]*)>", "$1/>");
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(node -> nodes.item(node).getNodeName())
                .toList();
    }

    private static Gradebook evilBook() throws IOException {
        String blank = AnswerSheet.read(FabricatedStudent.SECOND.markdown()).text();
        String sheet = FilledIn.markdown(
                blank,
                Map.of(new BlankId("2.2", "text"), "'" + EVIL.replace("'", "''").replace("\u0000", "") + "'"));
        CheckFile expected = CheckFile.read(
                FabricatedStudent.SECOND.checkFile(), Ticket.guest().codewords(2));
        ReportJson report = ReportJson.of(
                new Checker(expected, new NoEvidence(List.of(EVIL))).check(AnswerSheet.parse(sheet)), "ada", EVIL);
        StudentResult ada = new StudentResult(
                "ada",
                "=HYPERLINK(\"http://x\")",
                "a.zip",
                EVIL,
                List.of(new Remark(Mark.LATE, EVIL)),
                List.of(new Score(2, 0, 0, 24, true)),
                Map.of("2.1", 2),
                1,
                List.of(new Graded.Sheet(report, EVIL)));
        Stray stray = new Stray(EVIL, List.of(new Remark(Mark.EMPTY, EVIL)));
        return new Gradebook(List.of(new Worth(2, EVIL, 24)), List.of(ada), List.of(stray));
    }
}
