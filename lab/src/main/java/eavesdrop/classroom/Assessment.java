package eavesdrop.classroom;

import eavesdrop.classroom.CodewordOwners.Owner;
import eavesdrop.classroom.Gradebook.Entry;
import eavesdrop.classroom.Gradebook.Worth;
import eavesdrop.classroom.Mention.Place;
import eavesdrop.classroom.StudentResult.Score;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts together what one student has reached, in sight of the whole class.
final class Assessment {
    private final ClassGrader.Course course;
    private final List<Worth> worksheets;
    private final CodewordOwners owners;
    private final CaptureOwners captures;
    private final FolderDates dates;

    Assessment(ClassGrader.Course course, List<Worth> worksheets, CaptureOwners captures, FolderDates dates) {
        this.course = course;
        this.worksheets = worksheets;
        this.captures = captures;
        this.dates = dates;
        this.owners = new CodewordOwners(course.roster().students(), course.tickets());
    }

    StudentResult of(Student student, List<Entry> entries) {
        if (entries.isEmpty()) {
            Remark missing = new Remark(Mark.MISSING, "Nothing was handed in.");
            return result(student, "", List.of(missing), Graded.refused("", missing));
        }
        List<Entry> ranked =
                Gradebook.byWeight(entries, course.deadline(), entry -> restsOnForeignCapture(student, entry.graded()));
        Entry counts = ranked.getFirst();
        List<Remark> remarks = new ArrayList<>();
        course.deadline().flatMap(deadline -> late(counts, deadline)).ifPresent(remarks::add);
        if (ranked.size() > 1) {
            remarks.add(twice(ranked));
        }
        remarks.addAll(counts.graded().remarks());
        remarks.addAll(foreign(student, counts.graded()));
        remarks.addAll(shared(student, counts.graded()));
        return result(student, counts.file(), remarks, counts.graded());
    }

    /// Both times in UTC: the deadline may have been given in another time zone than the file's date is shown in.
    private Optional<Remark> late(Entry counts, Instant deadline) {
        Handed handed = counts.handed();
        if (!handed.isDated()) {
            return Optional.of(new Remark(
                    Mark.UNDATED,
                    "Whether it came in time cannot be told: the files have no date, as those that were unpacked from a"
                            + " submission. The zip has one."));
        }
        if (!Gradebook.isLate(counts, Optional.of(deadline))) {
            return Optional.empty();
        }
        return Optional.of(
                dates.areAlike()
                        ? new Remark(
                                Mark.UNDATED,
                                "Whether it came in time cannot be told: all " + dates.number()
                                        + " submissions are of the same minute (" + handed.modified()
                                        + "), in which they were unpacked or copied. Unpack the export anew with a"
                                        + " program that keeps dates, or look up the time in the learning platform.")
                        : new Remark(
                                Mark.LATE,
                                "Handed in after the deadline: the file is of " + handed.modified()
                                        + ", the deadline was " + deadline + " (both in UTC)."));
    }

    private static Remark twice(List<Entry> ranked) {
        String others = ranked.stream()
                .skip(1)
                .map(other -> Shown.of(other.file())
                        + (other.graded().isChecked()
                                ? ""
                                : " (" + other.graded().remarks().getFirst().says() + ")"))
                .collect(Collectors.joining(", "));
        return new Remark(
                Mark.TWICE,
                "There are " + ranked.size() + " submissions. This one counts: "
                        + Shown.of(ranked.getFirst().file()) + ". This does not: " + others + ".");
    }

    private StudentResult result(Student student, String file, List<Remark> remarks, Graded graded) {
        List<Score> scores =
                worksheets.stream().map(worth -> score(worth, student, graded)).toList();
        List<Remark> all = new ArrayList<>(remarks);
        scores.stream()
                .filter(score -> score.points() < score.reached())
                .forEach(score -> all.add(new Remark(
                        Mark.FOREIGN_EVIDENCE,
                        "Worksheet " + score.worksheet() + " rests on the capture of another student: it holds their"
                                + " codewords and none of " + student.id() + "'s. Its " + score.reached()
                                + " points do not count.")));
        List<Graded.Sheet> sheets = graded.sheets().stream()
                .filter(sheet -> course.counted().contains(sheet.report().worksheet()))
                .toList();
        return new StudentResult(
                student.id(),
                student.name(),
                file,
                graded.kit(),
                List.copyOf(all),
                scores,
                graded.hints(),
                graded.spoiled(),
                sheets);
    }

    private Score score(Worth worth, Student student, Graded graded) {
        Optional<Graded.Sheet> sheet = graded.sheets().stream()
                .filter(candidate -> candidate.report().worksheet() == worth.worksheet())
                .findFirst();
        int reached = sheet.map(found -> found.report().points()).orElse(0);
        boolean foreign = sheet.isPresent() && restsOnForeignCapture(sheet.get(), student, graded);
        // Where the student's lab cannot show something, less can be had than the worksheet is worth.
        int of = sheet.map(found -> found.report().of()).orElse(worth.of());
        return new Score(worth.worksheet(), foreign ? 0 : reached, reached, of, sheet.isPresent());
    }

    private boolean restsOnForeignCapture(Student student, Graded graded) {
        return graded.sheets().stream().anyMatch(sheet -> restsOnForeignCapture(sheet, student, graded));
    }

    /// A capture with another student's codewords of this lab, and none of the student's own.
    private boolean restsOnForeignCapture(Graded.Sheet sheet, Student student, Graded graded) {
        int lab = sheet.report().worksheet();
        List<String> words = graded.mentions().stream()
                .filter(mention -> mention.place() == Place.CAPTURE
                        && mention.file().equals(sheet.report().capture()))
                .map(Mention::codeword)
                .toList();
        return words.stream().noneMatch(word -> owners.isOwn(word, student.id()))
                && words.stream().flatMap(word -> owners.of(word).stream()).anyMatch(owner -> owner.lab() == lab);
    }

    private List<Remark> foreign(Student student, Graded graded) {
        Set<String> homeMade = homeMadeWords(student, graded);
        Map<String, List<Mention>> byOwners = new LinkedHashMap<>();
        List<Remark> remarks = new ArrayList<>();
        for (Mention mention : graded.mentions()) {
            String word = mention.codeword();
            if (owners.isOwn(word, student.id())) {
                continue;
            }
            if (!owners.of(word).isEmpty()) {
                byOwners.computeIfAbsent(
                                names(owners.of(word).stream().map(Owner::student), " or of "), _ -> new ArrayList<>())
                        .add(mention);
            } else if (homeMade.contains(word) && mention.place() == Place.CAPTURE && remarks.isEmpty()) {
                remarks.add(new Remark(
                        Mark.HOME_MADE_TICKET,
                        "The lab was played with a ticket that the student made with start, not with the one that was"
                                + " issued: " + where(mention) + "."));
            }
        }
        byOwners.forEach((names, mentions) -> remarks.add(new Remark(
                Mark.FOREIGN_CODEWORD,
                "It holds a codeword of " + names + ": "
                        + mentions.stream().map(Assessment::where).collect(Collectors.joining("; ")) + ".")));
        return remarks;
    }

    /// Once for each group of students with whom a connection is shared.
    private List<Remark> shared(Student student, Graded graded) {
        Map<List<Student>, Opening> first = new LinkedHashMap<>();
        for (Opening opening : graded.openings()) {
            List<Student> others = captures.others(opening, student);
            if (!others.isEmpty()) {
                first.putIfAbsent(others, opening);
            }
        }
        List<Remark> remarks = new ArrayList<>();
        first.forEach((others, opening) -> remarks.add(new Remark(
                Mark.SAME_CAPTURE,
                Shown.of(opening.file()) + " holds a connection that a capture of " + names(others.stream(), " and of ")
                        + " holds, too: it begins in frame " + opening.frame() + " (tcp.seq_raw == "
                        + opening.sequence() + ").")));
        return remarks;
    }

    private Set<String> homeMadeWords(Student student, Graded graded) {
        if (course.tickets().homeMade()) {
            return Set.of();
        }
        return Stream.of(graded.student(), student.id())
                .filter(Ticket::isId)
                .flatMap(id -> Ticket.alone(id).everyCodeword().stream())
                .collect(Collectors.toSet());
    }

    private static String names(Stream<Student> students, String between) {
        return students.map(owner -> owner.id() + (owner.name().isEmpty() ? "" : " (" + owner.name() + ")"))
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static String where(Mention mention) {
        return mention.codeword() + " in " + Shown.of(mention.file()) + ", " + mention.at();
    }
}
