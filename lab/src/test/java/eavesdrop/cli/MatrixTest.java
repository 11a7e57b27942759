package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Observer;
import eavesdrop.evidence.TextQuery;
import eavesdrop.testing.Kit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Who sees what at each rung, measured as a process of its own, without Docker.
class MatrixTest {
    private static final Path MISTAKES =
            Path.of("").toAbsolutePath().resolveSibling("solutions").resolve("src/test/mistakes");

    @TempDir
    Path folder;

    @Test
    void eachRungTakesTheWhisperFromSomebody() {
        Map<String, JsonNode> rungs = matrix();

        assertThat(rungs.keySet()).containsExactlyInAnyOrderElementsOf(Matrix.RUNGS.keySet());
        assertThat(sees(rungs, "plain")).containsEntry("Eve", "content").containsEntry("the operator", "content");
        assertThat(sees(rungs, "tls"))
                .containsEntry("Eve", "that-something-was-said")
                .containsEntry("the operator", "content");
        assertThat(sees(rungs, "mallory"))
                .containsEntry("Eve", "that-something-was-said")
                .containsEntry("Mallory", "content")
                .containsEntry("the operator", "content");
        assertThat(sees(rungs, "verified"))
                .containsEntry("Eve", "that-something-was-said")
                .containsEntry("the operator", "content");
        assertThat(sees(rungs, "e2e"))
                .containsEntry("Eve", "that-something-was-said")
                .containsEntry("the operator", "that-something-was-said");
        JsonNode refused = rung(rungs, "mallory-verified");
        assertThat(sees(refused))
                .hasSize(4)
                .allSatisfy((observer, sees) -> assertThat(sees).isEqualTo("nothing"));
        assertThat(refused.get("refusal").asString()).contains("signed by nobody who is trusted here");
        assertThat(sees(rungs, "mallory-signed")).containsEntry("Mallory", "content");
        assertThat(sees(rungs, "pinned")).containsEntry("Mallory", "nothing").containsEntry("Bob", "nothing");
        assertThat(rung(rungs, "pinned").get("refusal").asString()).endsWith("which is not in pins.txt");
        rungs.values().forEach(MatrixTest::assertIsMeasured);
        assertThat(saidOnTheWire("pinned")).isZero();
        assertThat(saidOnTheWire("tls")).isPositive();
    }

    /// In the whole time of a rung. At `pinned` the clients have tried again and again, and said nothing.
    private long saidOnTheWire(String rung) {
        Path capture = folder.resolve("data/matrix").resolve(rung).resolve("dump.pcapng");
        assertThat(CaptureEvidence.read(capture, Optional.empty()).tls()).isNotEmpty();
        return new Observer.Eve(capture).look(TextQuery.of("x")).said().count();
    }

    private static void assertIsMeasured(JsonNode rung) {
        assertThat(rung.get("problem").isNull()).isTrue();
        if (rung.get("refusal").isNull()) {
            assertThat(sees(rung)).containsEntry("Bob", "content");
            rung.get("cells").forEach(MatrixTest::assertHasEvidence);
        }
    }

    /// What is not seen at the rung above is seen here, by the same question: so "not seen" can fail.
    @Test
    void theOperatorSeesWhatAWrongSolutionDoesNotSeal() {
        Map<String, JsonNode> rungs = matrix(
                "--rung",
                "e2e",
                "--mistake",
                MISTAKES.resolve("lab6/base64-for-encryption").toString());

        assertThat(sees(rungs, "e2e")).containsEntry("Eve", "content").containsEntry("the operator", "content");
    }

    @Test
    void eveReadsWhatIsOnlyXored() {
        Map<String, JsonNode> rungs = matrix(
                "--rung",
                "tls",
                "--mistake",
                MISTAKES.resolve("lab4/xor-both-ways").toString());

        assertThat(sees(rungs, "tls")).containsEntry("Eve", "content").containsEntry("Bob", "content");
    }

    @ParameterizedTest
    @CsvSource({"mallory-verified, lab5/trusts-everybody", "pinned, lab5/pin-not-asked"})
    void malloryReadsAClientThatDoesNotAskWhoSheIs(String rung, String mistake) {
        Map<String, JsonNode> rungs =
                matrix("--rung", rung, "--mistake", MISTAKES.resolve(mistake).toString());

        assertThat(sees(rungs, rung)).containsEntry("Mallory", "content").containsEntry("Bob", "content");
    }

    @Test
    void whatTheStudentHasNotWrittenIsNamedAndTheRestGoesOn() {
        Map<String, JsonNode> rungs = matrix("--with", "exercises", "--rung", "e2e,plain");

        assertThat(rung(rungs, "e2e").get("problem").asString()).contains("not done yet: TODO(6.");
        assertThat(sees(rungs, "plain")).containsEntry("Eve", "content");
    }

    private static void assertHasEvidence(JsonNode cell) {
        boolean content = cell.get("sees").asString().equals("content");
        assertThat(cell.get("evidence").asString()).isNotBlank();
        assertThat(cell.get("proven").asBoolean()).isEqualTo(!content);
    }

    private static Map<String, String> sees(Map<String, JsonNode> rungs, String scenario) {
        return sees(rung(rungs, scenario));
    }

    private static JsonNode rung(Map<String, JsonNode> rungs, String scenario) {
        return Optional.ofNullable(rungs.get(scenario)).orElseThrow(() -> new AssertionError("no rung " + scenario));
    }

    private static Map<String, String> sees(JsonNode rung) {
        Map<String, String> sees = new HashMap<>();
        rung.get("cells")
                .forEach(cell -> sees.put(
                        cell.get("observer").asString(), cell.get("sees").asString()));
        return sees;
    }

    private Map<String, JsonNode> matrix(String... more) {
        List<String> command = new ArrayList<>(List.of("matrix", "--topology", "local", "--json"));
        command.addAll(List.of(more));
        Kit.Ended matrix = new Kit(folder).ending(command.toArray(String[]::new));
        assertThat(matrix.facts()).as(matrix.notes()).startsWith("[");
        Map<String, JsonNode> rungs = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(matrix.facts())
                .forEach(rung -> rungs.put(rung.get("scenario").asString(), rung));
        return rungs;
    }
}
