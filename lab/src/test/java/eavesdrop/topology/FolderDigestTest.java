package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDigestTest {
    @TempDir
    Path folder;

    private String digest() {
        return FolderDigest.of(List.of(folder));
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theSameFilesHaveTheSameDigestAlsoWhenTheyWereWrittenAnew() throws IOException {
        put("lab4/A.class", "one");
        String before = digest();

        put("lab4/A.class", "one");

        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void anotherByteAnotherNameAndAnotherPlaceHaveAnother() throws IOException {
        put("lab4/A.class", "one");
        String before = digest();

        put("lab4/A.class", "onf");
        String otherByte = digest();
        Files.delete(folder.resolve("lab4/A.class"));
        put("lab4/A.classon", "e");
        String otherName = digest();
        Files.delete(folder.resolve("lab4/A.classon"));
        put("lab5/A.class", "one");
        String otherPlace = digest();

        assertThat(List.of(before, otherByte, otherName, otherPlace)).doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatIsNotThereIsLikeAnEmptyOne() {
        assertThat(FolderDigest.of(List.of(folder.resolve("none")))).isEqualTo(digest());
    }
}
