package eavesdrop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiresharkTest {
    @Test
    void isFoundOnThePathHoweverTheSystemSpellsIt(@TempDir Path folder) throws IOException {
        Path program = Files.createFile(folder.resolve("eve-shark.exe"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        String path = "/nowhere" + File.pathSeparator + folder;

        assertThat(Wireshark.find("eve-shark", Map.of("PATH", path))).contains(program);
        assertThat(Wireshark.find("eve-shark", Map.of("Path", path))).contains(program);
        assertThat(Wireshark.find("eve-shark", Map.of("PATH", "/nowhere"))).isEmpty();
    }
}
