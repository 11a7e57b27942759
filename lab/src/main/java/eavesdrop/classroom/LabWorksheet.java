package eavesdrop.classroom;

import java.nio.file.Path;

/// A worksheet of the kit.
///
/// @param number of the lab
/// @param markdown the file that students write into
/// @param checkFile what is expected
public record LabWorksheet(int number, Path markdown, Path checkFile) {
    String fileName() {
        return markdown.getFileName().toString();
    }
}
