package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of variables as docker compose takes it: `NAME=value`, one on a line, `#` before a comment. A value may
/// stand in single or double quotes.
final class EnvFile {
    private static final Pattern VARIABLE =
            Pattern.compile("\\s*(?:export\\s+)?(\\w+)\\s*=\\s*(?:'([^']*)'|\"([^\"]*)\"|(.*?))(?:\\s+#.*|\\s*)");

    private EnvFile() {}

    /// In the order of the file; lines that are no variable are passed over, as compose warns of them itself.
    ///
    /// @throws LabException (file) when it cannot be read
    static Map<String, String> read(Path file) {
        Map<String, String> variables = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = VARIABLE.matcher(line);
                if (matcher.matches()) {
                    variables.put(matcher.group(1), value(matcher));
                }
            }
        } catch (IOException unreadable) {
            throw LabException.file(
                    file + " cannot be read: " + unreadable.getMessage(),
                    "Make sure that you may read it, and that it is text in UTF-8.");
        }
        return variables;
    }

    private static String value(Matcher matcher) {
        for (int group = 2; group < 4; group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return matcher.group(4);
    }
}
