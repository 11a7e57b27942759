package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.worksheet.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Checks everything that a class handed in, on all cores.
///
/// Each submission is checked by one of the workers and by itself; whatever happens there becomes a remark about it.
/// What needs a look at all of them (twice there, foreign codewords) comes after, in `Gradebook`.
public final class ClassGrader {
    /// @param worksheets every worksheet of the kit
    /// @param counted the numbers of those that count for this class
    /// @param kit tells two builds of the kit apart
    /// @param deadline what was handed in after it is marked as late
    /// @param workers how many submissions are checked at the same time, at least 1
    public record Course(
            Roster roster,
            Tickets tickets,
            List<LabWorksheet> worksheets,
            Set<Integer> counted,
            String kit,
            Optional<Instant> deadline,
            int workers) {}

    /// Is told how many submissions are done, and of how many. Called by the workers.
    public interface Watcher {
        void done(int done, int of);
    }

    /// What came of it.
    ///
    /// @param unchanged how many submissions were known from an earlier run
    public record Outcome(Gradebook gradebook, int submissions, int unchanged) {}

    private final Course course;
    private final Map<String, Student> students;
    private final Path work;
    private final GradeCache cache;
    private final String circumstances;
    private final MemoryRoom room = new MemoryRoom();
    private final AtomicInteger unchanged = new AtomicInteger();

    private ClassGrader(Course course, Path results) {
        this.course = course;
        this.students = course.roster().byFoldedId();
        this.work = results.resolve(".work");
        this.cache = new GradeCache(results.resolve(".checked"));
        Digest digest = new Digest().add(course.kit()).add(course.tickets().fingerprint());
        course.worksheets().forEach(worksheet -> digest.add(TextFile.read(worksheet.checkFile())));
        this.circumstances = digest.hex();
    }

    /// @param folder holds what was handed in
    /// @param roster the file of the roster, which may lie in that folder too
    /// @param results where what is known from earlier runs is kept
    /// @throws LabException when a folder cannot be read or written
    public static Outcome grade(Path folder, Path roster, Path results, Course course, Watcher watcher) {
        ClassGrader grader = new ClassGrader(course, results);
        Set<Path> apart = Set.of(
                roster.toAbsolutePath().normalize(), results.toAbsolutePath().normalize());
        List<Handed> handed = HandedIn.find(folder, apart);
        List<Gradebook.Entry> entries = grader.checkAll(handed, watcher);
        grader.cache.forgetTheRest();
        return new Outcome(Gradebook.of(course, entries), handed.size(), grader.unchanged.get());
    }

    private List<Gradebook.Entry> checkAll(List<Handed> handed, Watcher watcher) {
        AtomicInteger done = new AtomicInteger();
        List<Future<Gradebook.Entry>> futures = new ArrayList<>();
        List<Gradebook.Entry> entries = new ArrayList<>();
        deleteWork();
        try (ExecutorService workers = Executors.newFixedThreadPool(course.workers())) {
            for (Handed one : handed) {
                futures.add(workers.submit(() -> {
                    Gradebook.Entry entry = new Gradebook.Entry(one, graded(one));
                    watcher.done(done.incrementAndGet(), handed.size());
                    return entry;
                }));
            }
            for (Future<Gradebook.Entry> future : futures) {
                entries.add(future.get());
            }
            return entries;
        } catch (InterruptedException stopped) {
            throw LabException.machine("Grading was interrupted.", "Start it again: what was checked is kept.");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof LabException known
                    ? known
                    : new IllegalStateException(failed.getCause());
        } finally {
            deleteWork();
        }
    }

    private Graded graded(Handed handed) {
        try {
            String key = new Digest()
                    .add(circumstances)
                    .add(handed.name())
                    .add(handed.digest())
                    .hex();
            Optional<Graded> known = cache.find(key).filter(this::stillHolds);
            if (known.isPresent()) {
                unchanged.incrementAndGet();
                return known.get();
            }
            Graded fresh = check(handed, work.resolve(key));
            cache.keep(key, fresh);
            return fresh;
        } catch (Refused refused) {
            return Graded.refused("", refused.remark());
        }
    }

    /// The roster may have changed since: the same ID is then somebody's, or nobody's any more.
    private boolean stillHolds(Graded known) {
        return known.checkedAs()
                .equals(enrolled(known.student()).map(Student::id).orElse(""));
    }

    private Optional<Student> enrolled(String id) {
        return Optional.ofNullable(students.get(Roster.folded(id)));
    }

    private Graded check(Handed handed, Path folder) {
        String student = "";
        try {
            Files.createDirectories(folder);
            SubmissionFiles files = handed.open(folder);
            Manifest manifest = SubmissionChecker.manifest(files);
            student = manifest.student();
            Student enrolled = enrolled(student)
                    .orElseThrow(() -> new Refused(
                            Mark.UNKNOWN_ID, "Its ID " + Shown.of(manifest.student()) + " is not in the roster."));
            Ticket ticket = course.tickets().of(enrolled.id());
            return room.with(files, () -> new SubmissionChecker(course.worksheets(), ticket, manifest, files).check());
        } catch (Refused refused) {
            return Graded.refused(student, refused.remark());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            return Graded.refused(student, new Remark(Mark.NOT_CHECKED, notChecked(defect)));
        } catch (IOException denied) {
            throw LabException.unwritable(folder, denied);
        } finally {
            delete(folder);
        }
    }

    /// A mistake of the kit in one submission must not cost the others their grades, nor go unsaid.
    private static String notChecked(Throwable defect) {
        return "The kit could not check it: " + defect.getClass().getSimpleName()
                + ". Check it by hand, and report this as a defect of Eavesdrop.";
    }

    private void deleteWork() {
        delete(work);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException denied) {
            throw LabException.file(folder + " cannot be deleted.", "Delete it by hand. " + denied.getMessage());
        }
    }
}
