package eavesdrop.cli;

import eavesdrop.worksheet.Report;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.NotInThisLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A worksheet that somebody saved under another name, while the one that is checked stays empty: Notepad makes
/// `04-tls.md.txt` of it, a browser `04-tls (1).md`.
///
/// @param files the worksheet that was checked
/// @param other the file beside it that may be the one that was filled in
record SavedElsewhere(WorksheetFiles files, Path other) {
    /// Nothing where an answer stands in the worksheet, or no such file lies beside it.
    static Optional<SavedElsewhere> of(WorksheetFiles files, Report report) {
        boolean blank = report.results().stream()
                .allMatch(
                        result -> result.verdict() instanceof NotAnswered || result.verdict() instanceof NotInThisLab);
        return blank ? beside(files).map(other -> new SavedElsewhere(files, other)) : Optional.empty();
    }

    private static Optional<Path> beside(WorksheetFiles files) {
        String own = files.worksheet().getFileName().toString();
        String stem = own.replaceFirst("\\.md$", "");
        try (Stream<Path> all = Files.list(LabFiles.worksheets())) {
            return all.filter(file -> isCopy(file.getFileName().toString(), stem, own))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isCopy(String name, String stem, String own) {
        return name.startsWith(stem)
                && !name.equals(own)
                && !name.matches(".*\\.(check\\.yml|instructor\\.md)")
                && name.matches("(?i).*\\.(md|txt|docx?|odt|rtf)");
    }

    String sentence() {
        return "No answer stands in " + files.worksheet().getFileName() + ". Beside it lies \"" + other.getFileName()
                + "\". If you wrote into that one, save it as plain text with the name "
                + files.worksheet().getFileName() + ".";
    }
}
