package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Mallory as a container: the clients look up a name, and the name server of the lab sends them to her.
@RequiresDocker
class MatrixDockerTest {
    @Test
    void theNameServerLeadsToMalloryAndOnlyAClientThatVerifiesNoticesIt() throws Exception {
        try (TestLab lab = TestLab.make("matrix")) {
            String printed = lab.labw(
                    "matrix", "--topology", "compose", "--rung", "mallory,verified,mallory-verified", "--json");
            JsonNode rungs = JsonMapper.builder().build().readTree(printed.substring(printed.indexOf("\n[") + 1));

            assertThat(sees(rungs.get(0)))
                    .containsEntry("Mallory", "content")
                    .containsEntry("Eve", "that-something-was-said")
                    .containsEntry("Bob", "content");
            assertThat(sees(rungs.get(1))).doesNotContainKey("Mallory").containsEntry("Bob", "content");
            assertThat(sees(rungs.get(2)))
                    .hasSize(4)
                    .allSatisfy((observer, sees) -> assertThat(sees).isEqualTo("nothing"));
            assertThat(rungs.get(2).get("refusal").asString()).contains("signed by nobody who is trusted here");
        }
    }

    private static Map<String, String> sees(JsonNode rung) {
        Map<String, String> sees = new HashMap<>();
        rung.get("cells")
                .forEach(cell -> sees.put(
                        cell.get("observer").asString(), cell.get("sees").asString()));
        return sees;
    }
}
