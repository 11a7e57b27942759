package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Takes what a student wrote for the exercises out of a submission. It is copied only, and nothing of it runs here.
public final class HandedCode {
    private HandedCode() {}

    /// The name of a file of an exercise in every submission.
    public static String name(int lab, String file) {
        return "exercises/lab" + lab + "/" + file;
    }

    /// Copies those of the wanted files that are there.
    ///
    /// @param folder of all submissions
    /// @param submission the path of this one below it
    /// @param wanted by their names in the submission: where each goes. No other name is ever used.
    /// @param work an empty folder
    /// @return how many were there; 0 when the submission cannot be opened, which grading has said already
    /// @throws LabException when nothing can be written
    public static int copy(Path folder, String submission, Map<String, Path> wanted, Path work) {
        try {
            SubmissionFiles files =
                    Handed.of(submission, folder.resolve(submission)).open(work);
            int copied = 0;
            for (Map.Entry<String, Path> one : wanted.entrySet()) {
                Optional<Path> file = files.find(one.getKey());
                if (file.isPresent()) {
                    Files.createDirectories(one.getValue().getParent());
                    Files.copy(file.get(), one.getValue());
                    copied++;
                }
            }
            return copied;
        } catch (Refused unopened) {
            return 0;
        } catch (IOException denied) {
            throw LabException.machine(
                    "The files of " + submission + " cannot be copied.", "Is there room? " + denied.getMessage());
        }
    }
}
