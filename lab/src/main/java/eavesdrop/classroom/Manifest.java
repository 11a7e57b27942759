package eavesdrop.classroom;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `manifest.json`: what a submission holds. It says whose it is, but never the ticket's seed: who knows the seed knows
/// the codewords, and the instructor computes it from the course key anyway.
///
/// The digests tell a file that was damaged or changed after it was packed. They are no signature: who changes a
/// file can change its digest too.
///
/// @param format `FORMAT`
/// @param student the ID of the ticket
/// @param kit the version of the kit that packed it
/// @param files every file but the manifest itself, by path
public record Manifest(String format, String student, String kit, List<Sheet> worksheets, List<PackedFile> files) {
    static final String NAME = "manifest.json";
    static final String FORMAT = "eavesdrop-submission-1";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A worksheet, and the evidence it rests on.
    ///
    /// @param worksheet the path of the Markdown in this submission
    /// @param capture the path of the capture; empty when there is none
    /// @param log the path of the operator's log; empty when there is none
    /// @param mallory the path of Mallory's log; empty when there is none, and in older manifests
    public record Sheet(int number, String worksheet, String capture, String log, String mallory) {
        public Sheet {
            mallory = Objects.requireNonNullElse(mallory, "");
        }
    }

    /// A file as it was packed.
    ///
    /// @param sha256 64 hexadecimal digits
    public record PackedFile(String path, long bytes, String sha256) {}

    /// The JSON text, ended by a line feed.
    String print() {
        return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    }

    /// @throws Refused when the text is no manifest
    static Manifest parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            String format = node.path("format").asString("");
            if (!format.equals(FORMAT)) {
                throw new Refused(
                        Mark.BAD_MANIFEST, otherFormat(node.path("kit").asString("")));
            }
            Manifest manifest = JSON.treeToValue(node, Manifest.class);
            manifest.check();
            return manifest;
        } catch (JacksonException notJson) {
            throw new Refused(Mark.BAD_MANIFEST, "Its manifest cannot be read: it is no JSON of the expected form.");
        }
    }

    private static String otherFormat(String kit) {
        return "Its manifest is not of the format " + FORMAT + ", which this kit reads. It was packed with "
                + (kit.isEmpty() ? "no kit that says its version." : "version " + Shown.of(kit) + " of the kit.");
    }

    /// Whether a file of this name belongs to it.
    boolean names(String path) {
        return path.equals(NAME) || files.stream().anyMatch(file -> file.path().equals(path));
    }

    /// What the type of a field does not say by itself.
    private void check() {
        Set<Integer> numbers = new HashSet<>();
        Optional<String> wrong = Optional.empty();
        if (isMissing(student) || !Ticket.isId(student)) {
            wrong = Optional.of("it names no student");
        } else if (isMissing(worksheets) || worksheets.stream().anyMatch(Manifest::isIncomplete)) {
            wrong = Optional.of("its list of worksheets is incomplete");
        } else if (!worksheets.stream().allMatch(sheet -> numbers.add(sheet.number()))) {
            wrong = Optional.of("it names a worksheet twice");
        } else if (isMissing(files) || files.stream().anyMatch(Manifest::isIncomplete)) {
            wrong = Optional.of("its list of files is incomplete");
        } else if (Math.max(worksheets.size(), files.size()) > SubmissionLimits.FILES) {
            wrong = Optional.of("it names more than " + SubmissionLimits.FILES + " files");
        }
        wrong.ifPresent(what -> {
            throw new Refused(Mark.BAD_MANIFEST, "Its manifest cannot be used: " + what + ".");
        });
    }

    private static boolean isIncomplete(Sheet sheet) {
        return isMissing(sheet) || isMissing(sheet.worksheet()) || isMissing(sheet.capture()) || isMissing(sheet.log());
    }

    private static boolean isIncomplete(PackedFile file) {
        return isMissing(file) || isMissing(file.path()) || isMissing(file.sha256());
    }

    /// A field that is not in the JSON is null, whatever its type promises.
    private static boolean isMissing(@org.jspecify.annotations.Nullable Object field) {
        return field == null;
    }
}
