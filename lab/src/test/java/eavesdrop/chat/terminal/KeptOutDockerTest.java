package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.RequiresDocker;
import eavesdrop.testing.TestLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients in containers that verify, and Mallory in between: the containers run, and nobody is in the chat.
@RequiresDocker
class KeptOutDockerTest {
    private static final String WHY = "refuses the server that it was shown: the certificate is signed by nobody";

    @Test
    void statusSaysWhyAndNoScreenSaysThatMalloryWasNotThereYet() throws Exception {
        try (TestLab lab = TestLab.make("keptout")) {
            String started = lab.labw("up", "--topology=compose", "--scenario=mallory-verified", "--with=solutions");
            JsonNode status = JsonMapper.shared().readTree(lab.labw("status", "--topology=compose", "--json"));

            assertThat(started).contains("! " + lab.container("chat_client_1"), WHY);
            assertThat(status.get("scenario").asString()).isEqualTo("mallory-verified");
            for (JsonNode party : status.get("parties")) {
                boolean client = party.get("name").asString().contains("chat_client");
                assertThat(party.get("running").asBoolean()).isTrue();
                assertThat(party.get("trouble").asString()).startsWith(client ? WHY : "");
                assertThat(party.get("trouble").asString().isEmpty()).isNotEqualTo(client);
            }
            assertThat(lab.operatorLog()).contains("\"scenario\":\"mallory-verified\"");
            assertShowsNothingElse(lab.container("chat_client_1"));
            assertShowsNothingElse(lab.container("chat_client_2"));
        }
    }

    private static void assertShowsNothingElse(String client) throws Exception {
        try (PtyScreen screen = PtyScreen.start(List.of("docker", "attach", client), Map.of(), 160, 24)) {
            screen.awaitText("not connected: the handshake with chat-server:12345 failed");
            assertThat(screen.terminal().screen()).doesNotContain("no machine is known", "nobody answers");
        }
    }
}
