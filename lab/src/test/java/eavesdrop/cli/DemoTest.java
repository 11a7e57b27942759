package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.WireLine;
import eavesdrop.testing.Kit;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole story in one command, without Docker, as a process of its own.
class DemoTest {
    private static final Pattern FOUND = Pattern.compile("frame (\\d+), stream \\d+.*\\n\\s*(TELL bob .*)");

    @TempDir
    Path folder;

    @Test
    void findsTheWhisperAndJudgesTheWorksheets() {
        Kit kit = new Kit(folder);
        Kit.Ended demo = kit.ending(
                "demo", "--topology", "local", "--keep", folder.resolve("kept").toString());

        assertThat(demo.output()).doesNotContain("WARNING").doesNotContain("✗").contains("100 %");
        assertThat(demo.status()).isZero();
        Matcher found = FOUND.matcher(demo.output());
        assertThat(found.find()).as(demo.output()).isTrue();
        int frame = Integer.parseInt(found.group(1));
        String whisper = found.group(2).strip();
        Path capture = folder.resolve("kept/dump.pcapng");
        assertThat(CaptureEvidence.read(capture, Optional.empty()).lines())
                .filteredOn(line -> line.frame() == frame)
                .extracting(WireLine::text)
                .containsExactly(whisper);
        assertThat(folder.resolve("kept/operator.jsonl")).content().contains(whisper.substring("TELL bob ".length()));
        assertThat(folder.resolve("kept/02-eavesdropper.md")).exists();
        assertThat(folder.resolve("data/local.properties")).doesNotExist();
        assertThat(kit.labw("status", "--topology", "compose"))
                .as("the capture of the lab that ran last, whichever that was")
                .contains(kit.capture().toString());
    }

    @Test
    void doesNotDoTheWorksheetOfAStudent() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        String own = kit.ticket().codeword(2, "whisper");

        Kit.Ended demo = kit.ending("demo", "--topology", "local");

        assertThat(demo.output()).contains("100 %").doesNotContain(own);
        assertThat(kit.capture())
                .content(StandardCharsets.ISO_8859_1)
                .contains("old boat")
                .doesNotContain(own);
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Kit.Ended up = new Kit(folder, taken.getLocalPort()).ending("up", "--topology", "local");

            assertThat(up.status()).isEqualTo(ExitStatus.MACHINE.code());
            assertThat(up.output())
                    .contains("Port " + taken.getLocalPort())
                    .contains("→")
                    .doesNotContain("\tat ");
        }
    }
}
