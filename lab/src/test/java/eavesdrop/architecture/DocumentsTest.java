package eavesdrop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documents point to is there.
class DocumentsTest {
    private static final Path HOME = Path.of("..");

    static List<Path> documents() throws IOException {
        try (Stream<Path> front = Files.list(HOME);
                Stream<Path> worksheets = Files.list(HOME.resolve("worksheets"))) {
            List<Path> found = Stream.concat(front, worksheets)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(8);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkAndPictureLeadsSomewhere(Path document) throws IOException {
        for (String link : Markdown.read(document).links()) {
            if (link.matches("[a-z]+://.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertThat(target).describedAs("%s in %s", link, document).exists();
            if (parts.length > 1) {
                assertThat(Markdown.read(target).anchors())
                        .describedAs("%s in %s", link, document)
                        .contains(parts[1]);
            }
        }
    }
}
