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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
