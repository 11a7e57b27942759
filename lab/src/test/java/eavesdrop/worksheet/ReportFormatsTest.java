package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import eavesdrop.worksheet.Report.Kept;
import eavesdrop.worksheet.Report.Result;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One report with every verdict in it, in each format that machines take. The golden files are the contract with them.
///
/// To write the golden files anew after a wanted change: `-Dgolden.write=true`, then look at the difference.
class ReportFormatsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/worksheet");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Report REPORT = new Report(
            7,
            "Every verdict",
            List.of(
                    result("7.1", "frame", "17", new Verdict.Right("", List.of(17)), 2),
                    result("7.2", "line", "5", new Verdict.Right("told twice", List.of(), List.of(5), ""), 2),
                    result("7.3", "letters", "a", new Verdict.Partly(1, "Right so far, but something is missing."), 3),
                    result("7.4", "port", "1 < \"2\" & 3", new Verdict.Wrong("Swapped.", List.of(9)), 2),
                    result("7.5", "flags", "[ACK]", new Verdict.Waits(List.of("7.1", "7.2")), 1),
                    result("7.6", "text", "", new Verdict.NotAnswered(), 1),
                    result("7.7", "offset", "", new Verdict.Unreadable(42, "a quote is opened and never closed"), 1),
                    result("7.8", "count", "3", new Verdict.CannotCheck("Nobody played."), 1),
                    result("7.9", "mac", "", new Verdict.NotInThisLab("Loopback has none."), 0)),
            List.of(new Kept(Purpose.PREDICT, "7.A", "nobody"), new Kept(Purpose.EXPLAIN, "7.B", "everybody\nbut one")),
            List.of("The capture holds the codeword bold-goat-11."),
            List.of("bold-goat-11"));

    private static Result result(String question, String blank, String typed, Verdict verdict, int of) {
        return new Result(new BlankId(question, blank), typed, verdict, of, "tcp.len > 0");
    }

    @Test
    void printsJson() throws IOException {
        assertGolden("report.json", json());
    }

    @Test
    void printsJUnitXml() throws IOException {
        assertGolden("report.junit.xml", JUnitXml.of(List.of(REPORT)));
    }

    /// The schema of surefire's reports wants a name and a time of every test, and the counts of every suite.
    @Test
    void itsJUnitXmlHasWhatTheSchemaOfReportsWants() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JUnitXml.of(List.of(REPORT)))));
        assertThat(elements(xml, "testsuite")).allSatisfy(suite -> {
            assertThat(List.of("name", "tests", "failures", "errors", "skipped", "time"))
                    .allMatch(suite::hasAttribute);
            assertThat(suite.getAttribute("tests"))
                    .isEqualTo("" + elements(xml, "testcase").size());
            assertThat(suite.getAttribute("failures"))
                    .isEqualTo("" + elements(xml, "failure").size());
            assertThat(suite.getAttribute("errors"))
                    .isEqualTo("" + elements(xml, "error").size());
            assertThat(suite.getAttribute("skipped"))
                    .isEqualTo("" + elements(xml, "skipped").size());
        });
        assertThat(elements(xml, "testcase"))
                .allMatch(test -> List.of("name", "classname", "time").stream().allMatch(test::hasAttribute));
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    /// What Gradescope's page on results.json names: these fields, points within their bounds, passed or failed.
    @Test
    void itsGradescopeResultsHaveWhatGradescopeReads() throws IOException {
        JsonNode results = JSON.readTree(JSON.writeValueAsString(GradescopeJson.of(List.of(REPORT))));
        int sum = 0;
        for (JsonNode test : results.get("tests")) {
            sum += test.get("score").asInt();
            assertThat(test.get("score").asInt())
                    .isBetween(0, test.get("max_score").asInt());
            assertThat(test.get("status").asString()).isIn("passed", "failed");
            assertThat(test.get("name").isString() && test.get("output").isString())
                    .isTrue();
        }
        assertThat(results.get("score").asInt()).isEqualTo(sum);
    }

    @Test
    void printsGradescopeResults() throws IOException {
        assertGolden("report.gradescope.json", JSON.writeValueAsString(GradescopeJson.of(List.of(REPORT))));
    }

    @Test
    void itsJsonFitsTheSchemaThatGradersAreGiven() throws IOException {
        assertThat(problems(json())).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        assertThat(problems(json().replace("\"waits\"", "\"perhaps\""))).isNotEmpty();
        assertThat(problems(json().replace("\"percent\"", "\"percentage\""))).isNotEmpty();
        assertThat(problems(json().replace("\"frames\" : [ 17 ]", "\"frames\" : [ 0 ]")))
                .isNotEmpty();
    }

    private static String json() {
        return JSON.writeValueAsString(ReportJson.of(REPORT, "ada", "dump.pcap"));
    }

    private static List<Error> problems(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../worksheets/check-report.schema.json")), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private static void assertGolden(String name, String text) throws IOException {
        String printed = text.replace("\r\n", "\n").strip() + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN.resolve(name), printed);
        }
        assertThat(printed).isEqualTo(Files.readString(GOLDEN.resolve(name)).replace("\r\n", "\n"));
    }
}
