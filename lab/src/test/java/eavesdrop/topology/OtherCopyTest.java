package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCopyTest {
    @Test
    void findsTheFolderThatIsNotOurs(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectory(folder.resolve("labs"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), own);

        assertThat(OtherCopy.in(own + "\n" + link + "\n\n", own)).isEmpty();
        assertThat(OtherCopy.in("", own)).isEmpty();
        assertThat(OtherCopy.in(own + "\n/home/mia/eavesdrop/labs\n", own))
                .contains(new OtherCopy("/home/mia/eavesdrop/labs"));
    }
}
