package eavesdrop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void replacesWhatIsThereAndLeavesNothingBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("progress.yml"), "an hour of work");

        WholeFile.write(file, "two hours of work");

        assertThat(file).hasContent("two hours of work");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:*.new");
    }

    @Test
    void whatWasThereStaysWhereTheNewContentCannotBePutThere() throws IOException {
        Path inTheWay = Files.createDirectory(folder.resolve("progress.yml"));
        Files.writeString(inTheWay.resolve("more"), "work");

        assertThatThrownBy(() -> WholeFile.write(inTheWay, "two hours of work")).isInstanceOf(IOException.class);

        assertThat(inTheWay.resolve("more")).hasContent("work");
        assertThat(folder).isDirectoryNotContaining("glob:*.new");
    }

    @Test
    void aReaderNeverFindsHalfOfIt() throws Exception {
        Path file = Files.writeString(folder.resolve("progress.yml"), "a".repeat(100_000));
        Thread writer = Thread.startVirtualThread(() -> {
            for (int i = 0; i < 300; i++) {
                replace(file, (i % 2 == 0 ? "b" : "a").repeat(100_000));
            }
        });

        while (writer.isAlive()) {
            assertThat(Files.readString(file)).matches("a{100000}|b{100000}");
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.yml"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.yml"), file);

        WholeFile.write(link, "new");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void whatIsForItsOwnerNobodyElseReads() throws IOException {
        Path file = folder.resolve("ticket.yml");
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"), "permissions are needed");
        Files.writeString(file, "old");

        WholeFile.writeForOwner(file, "a seed");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static void replace(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
