package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.classroom.LabWorksheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of one worksheet.
///
/// @param number of the lab
/// @param worksheet the Markdown that the student writes into
/// @param checkFile what is expected
record WorksheetFiles(int number, Path worksheet, Path checkFile) {
    private static final String CHECK_FILE = ".check.yml";

    /// Every worksheet of the kit that can be checked, by number.
    static List<WorksheetFiles> all() {
        Path folder = LabFiles.worksheets();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.matches("\\d\\d-.*" + CHECK_FILE.replace(".", "\\.")))
                    .sorted()
                    .map(name -> of(folder, name))
                    .toList();
        } catch (IOException missing) {
            throw LabException.file("The folder " + folder + " cannot be read.", "Restore it: it belongs to the kit.");
        }
    }

    private static WorksheetFiles of(Path folder, String checkFile) {
        String worksheet = checkFile.replace(CHECK_FILE, ".md");
        return new WorksheetFiles(
                Integer.parseInt(checkFile.substring(0, 2)), folder.resolve(worksheet), folder.resolve(checkFile));
    }

    /// The same files as the classroom knows them.
    LabWorksheet forClass() {
        return new LabWorksheet(number, worksheet, checkFile);
    }

    /// @throws LabException when the kit has no worksheet of that number
    static WorksheetFiles numbered(int number) {
        List<WorksheetFiles> all = all();
        return all.stream()
                .filter(files -> files.number() == number)
                .findFirst()
                .orElseThrow(() -> LabException.usage(
                        "There is no worksheet " + number + " that can be checked.",
                        "There are: "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(files -> "" + files.number())
                                                .toList()) + "."));
    }
}
