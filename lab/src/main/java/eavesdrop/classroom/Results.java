package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a class has reached into the folder of results. The same gradebook gives the same bytes: no time, no
/// path of this machine gets in.
public final class Results {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Path students;
    private final Set<Path> written = new HashSet<>();

    private Results(Path folder) {
        this.folder = folder;
        this.students = folder.resolve("students");
    }

    /// `index.html`, `grades.csv`, `class.json`, and a page and a JSON file for each student.
    ///
    /// @throws LabException when a file cannot be written
    public static void write(Gradebook book, Path folder) {
        Results results = new Results(folder);
        try {
            Files.createDirectories(results.students);
            results.write(book);
        } catch (IOException denied) {
            throw LabException.unwritable(folder, denied);
        }
    }

    /// What `class.json` holds.
    public static ClassJson summary(Gradebook book) {
        return ClassJson.of(book);
    }

    private void write(Gradebook book) throws IOException {
        write(folder.resolve("index.html"), new ClassPage(book).html());
        write(folder.resolve("grades.csv"), GradesCsv.of(book));
        write(folder.resolve("class.json"), json(ClassJson.of(book)));
        for (StudentResult result : book.results()) {
            write(students.resolve("student-" + result.id() + ".html"), new StudentPage(result).html());
            write(students.resolve("student-" + result.id() + ".json"), json(result));
        }
        deleteOld();
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value).replace("\r\n", "\n") + "\n";
    }

    /// A file that has not changed keeps its date.
    private void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            WholeFile.write(file, bytes);
        }
        written.add(file);
    }

    /// Pages of students who are no longer in the roster.
    private void deleteOld() throws IOException {
        try (Stream<Path> files = Files.list(students)) {
            List<Path> old = files.filter(file -> !written.contains(file))
                    .filter(file -> file.getFileName().toString().matches("student-.*\\.(html|json)"))
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
