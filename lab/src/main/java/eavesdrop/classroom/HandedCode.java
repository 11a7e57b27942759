package eavesdrop.classroom;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Predicate;

/// Takes what a student wrote for the exercises out of a submission. It is copied only, and nothing of it runs here.
public final class HandedCode {
    private HandedCode() {}

    /// The name of a file of an exercise in every submission.
    public static String name(int lab, String file) {
        return "exercises/lab" + lab + "/" + file;
    }

    /// Copies those files of an exercise that are wanted and there.
    ///
    /// @param folder of all submissions
    /// @param submission the path of this one below it
    /// @param wanted which names count; it lets through plain names of files only, which lead to no other folder
    /// @param to the folder where they go
    /// @param work an empty folder
    /// @return how many were there; 0 when the submission cannot be opened, which grading has said already
    /// @throws LabException when nothing can be written
    public static int copy(Path folder, String submission, int lab, Predicate<String> wanted, Path to, Path work) {
        try {
            SubmissionFiles files =
                    Handed.of(submission, folder.resolve(submission)).open(work);
            String inside = name(lab, "");
            int copied = 0;
            for (Map.Entry<String, Path> one : files.byName().entrySet()) {
                String name = one.getKey().startsWith(inside) ? one.getKey().substring(inside.length()) : "";
                if (wanted.test(name)) {
                    Files.copy(one.getValue(), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    copied++;
                }
            }
            return copied;
        } catch (Refused unopened) {
            return 0;
        } catch (IOException denied) {
            throw LabException.machine(
                    "The files of " + submission + " cannot be copied: " + denied.getMessage(), LabException.MAY_WRITE);
        }
    }
}
