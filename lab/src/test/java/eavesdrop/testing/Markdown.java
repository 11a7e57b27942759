package eavesdrop.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the tests look at in the kit's documents: fenced blocks, headings, links.
public record Markdown(Path file, List<String> lines) {
    private static final Pattern FENCE = Pattern.compile("\\s*```(\\S*).*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

    /// @param language what stands behind the opening fence
    public record Block(String language, List<String> lines) {}

    public static Markdown read(Path file) throws IOException {
        return new Markdown(file, Files.readAllLines(file));
    }

    /// The fenced blocks, in order, without indentation.
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                List<String> content = new ArrayList<>();
                for (at++; !FENCE.matcher(lines.get(at)).matches(); at++) {
                    content.add(lines.get(at).strip());
                }
                blocks.add(new Block(fence.group(1), content));
            }
        }
        return blocks;
    }

    /// Where links and pictures point to.
    public List<String> links() {
        return LINK.matcher(String.join("\n", lines))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /// The anchors that a Git host makes of the headings.
    public List<String> anchors() {
        return lines.stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
