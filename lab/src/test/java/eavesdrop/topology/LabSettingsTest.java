package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
}
