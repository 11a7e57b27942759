package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabSettingsTest {
    private static final Path HOME = Path.of("/home/student/eavesdrop");

    @Test
    void takesTheDefaultsOfTheComposeFile() {
        LabSettings settings = LabSettings.of(HOME, Map.of("LAB_PORT", ""));

        assertThat(settings.port()).isEqualTo(12345);
        assertThat(settings.pcapPort()).isEqualTo(57012);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.people()).containsExactly("alice", "bob");
        assertThat(settings.data()).isEqualTo(HOME.resolve("labs/server/data"));
    }

    @Test
    void readsARelativeDataFolderAsComposeDoesFromTheFolderLabs() {
        assertThat(LabSettings.of(HOME, Map.of("LAB_DATA", "../elsewhere")).data())
                .isEqualTo(HOME.resolve("elsewhere"));
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : new String[] {"0", "65536", "chat", "-1", "1e3"}) {
            assertThatThrownBy(() -> LabSettings.of(HOME, Map.of("LAB_PORT", port)))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("LAB_PORT=" + port);
        }
    }

    @Test
    void readsTheSettingsFileThatComposeReadsAndTheEnvironmentWins(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("labs"));
        Files.writeString(home.resolve("labs/.env"), """
                # our lab
                LAB_PORT=22222
                export LAB_PCAP_PORT = 22223   # live
                CHAT_USERNAME_1="ann"
                CHAT_USERNAME_2='ben # b'
                """);

        LabSettings settings = LabSettings.in(home, Map.of("LAB_PCAP_PORT", "33333"));

        assertThat(settings.port()).isEqualTo(22222);
        assertThat(settings.pcapPort()).isEqualTo(33333);
        assertThat(settings.people()).containsExactly("ann", "ben # b");
        assertThat(LabSettings.in(HOME, Map.of()).port()).isEqualTo(12345);
    }
}
