package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import eavesdrop.classroom.CourseKey;
import eavesdrop.classroom.Roster;
import eavesdrop.classroom.Student;
import eavesdrop.console.Console;
import eavesdrop.console.Counted;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw tickets ROSTER`: issues a class its tickets.
@Command(
        name = "tickets",
        description = {
            "For instructors: issue a class its tickets, one file for each student.",
            "All tickets follow from the course key, which is made the first time. Keep it secret, and keep a copy."
        },
        sortOptions = false)
final class TicketsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ROSTER", description = "A CSV file with one student a line: ID, and name if you like.")
    private Path roster = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "Where the tickets go. Default: class/tickets in the folder of the kit.")
    private @Nullable Path out;

    @Option(names = "--key", paramLabel = "FILE", description = "The course key. Default: class/course.key.")
    private @Nullable Path key;

    @Option(names = "--id-column", paramLabel = "NAME", description = "The head of the column with the IDs.")
    private @Nullable String idColumn;

    TicketsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Roster students = Roster.read(roster, Optional.ofNullable(idColumn));
        CourseKey courseKey = courseKey(Objects.requireNonNullElseGet(key, ClassFiles::courseKey));
        Path folder = Objects.requireNonNullElseGet(out, ClassFiles::tickets);
        List<Boolean> written = students.students().stream()
                .map(student -> write(student, courseKey, folder))
                .toList();
        long fresh = written.stream().filter(isNew -> isNew).count();
        console.print(Counted.of(fresh, "ticket") + " issued, " + (written.size() - fresh) + " were there already: "
                + folder);
        console.note("Roster: " + students.columns() + ".");
        console.note("Give each student their own file. They save it as student.yml in the folder of the kit.");
        return ExitStatus.OK.code();
    }

    private CourseKey courseKey(Path file) {
        if (!Files.exists(file)) {
            CourseKey made = CourseKey.make(file, new SecureRandom());
            console.note("Made the course key " + file + ". Keep it secret, and keep a copy of it somewhere safe.");
            return made;
        }
        if (CourseKey.isOpenToOthers(file)) {
            console.note(console.yellow("! ") + "Others may read the course key. Close it: chmod 600 " + file);
        }
        return CourseKey.read(file);
    }

    /// Whether the ticket is new. The same ticket again changes nothing; another one in its place is not ours to
    /// replace.
    private static boolean write(Student student, CourseKey key, Path folder) {
        Path file = folder.resolve("ticket-" + student.id() + ".yml");
        String ticket = key.issue(student.id()).print();
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                WholeFile.writeForOwner(file, ticket);
                return true;
            }
            if (Files.readString(file).equals(ticket)) {
                return false;
            }
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
        throw LabException.file(
                file + " holds another ticket than this course key gives.",
                "It may be from another course: name another folder with --out, or the right key with --key.");
    }
}
