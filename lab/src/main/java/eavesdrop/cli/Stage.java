package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.chat.seam.UnwrittenPart;
import eavesdrop.console.Console;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.topology.Attendance;
import eavesdrop.topology.Topology;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.Cast.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A lab whose people are all there, and who say what a script tells them. What has happened is read in the
/// operator's log: it is written before a line is relayed.
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);

    private static final String RENAME = "/name ";

    private final Topology lab;
    private final Console console;

    Stage(Topology lab, Console console) {
        this.lab = lab;
        this.console = console;
    }

    /// Somebody whose own client did not want the server that it was shown.
    ///
    /// @param reason as the client says it
    record Refusal(String person, String reason) {}

    /// Starts the lab and waits until everyone of it is in the chat, or their own client has refused the server.
    ///
    /// @return the first who refused, if any did: with Mallory in between, that is as it should be
    /// @throws LabException when somebody does not come for another reason; it names the class that is not done
    Optional<Refusal> up() {
        try {
            return bringUp();
        } catch (LabException stopped) {
            throw notDone().map(UnwrittenPart::problem).orElse(stopped);
        }
    }

    /// The TODO on which somebody's client stopped: the parties know better than the one who waits for them.
    Optional<UnwrittenPart> notDone() {
        return lab.people().stream()
                .flatMap(person -> Attendance.notDone(heard(person)).stream())
                .findFirst();
    }

    private Optional<Refusal> bringUp() {
        lab.up(console::note);
        await(
                () -> lab.people().stream().allMatch(this::hasCome) || notDone().isPresent(),
                "The clients did not join the chat.");
        if (notDone().isPresent()) {
            throw LabException.machine("The clients did not join the chat.", "See './labw status'.");
        }
        Optional<Refusal> refusal = refusal();
        if (refusal.isEmpty()) {
            lab.parties().forEach(Stage::needRunning);
        }
        return refusal;
    }

    /// The first whose own client refuses the server that it is shown, if any does now.
    Optional<Refusal> refusal() {
        return lab.people().stream().flatMap(this::refusal).findFirst();
    }

    private static void needRunning(Topology.Party party) {
        if (!party.running()) {
            throw LabException.machine(party.name() + " does not run.", "Try './labw down', then './labw up'.");
        }
    }

    private boolean hasCome(String person) {
        // The log first: to read a transcript may take a call into a container.
        return isHere(person)
                || isHere(nameOf(person))
                || refusal(person).findAny().isPresent();
    }

    private Stream<Refusal> refusal(String person) {
        return !isHere(person) && Attendance.of(heard(person)) instanceof Attendance.Refusing(String reason)
                ? Stream.of(new Refusal(person, reason))
                : Stream.empty();
    }

    /// What somebody is called in the chat, who may have taken another name.
    private String nameOf(String person) {
        return Attendance.of(heard(person)) instanceof Attendance.Here(String name) ? name : person;
    }

    /// Somebody's transcript; empty where there is none.
    private String heard(String person) {
        try {
            return Files.readString(lab.transcript(person));
        } catch (IOException | LabException gone) {
            return "";
        }
    }

    /// Lets everyone say their lines, one after the other, with a pause between that a person can follow.
    void play(Cast cast, Duration pause) {
        takeBackNames();
        Map<String, String> names = new HashMap<>();
        for (Utterance next : cast.utterances()) {
            int before = log().size();
            lab.type(next.who(), next.typed());
            renamed(next).ifPresent(name -> names.put(next.who(), name));
            String name = names.getOrDefault(next.who(), next.who());
            await(
                    () -> hasArrived(next, name, before),
                    next.who() + "'s line did not reach the server: " + next.typed());
            rest(pause);
        }
    }

    /// A script presumes that everyone has the name that the lab gave them; a student may have changed one.
    private void takeBackNames() {
        for (String person : lab.people()) {
            String other = nameOf(person);
            if (!other.equalsIgnoreCase(person)) {
                console.note(person + " is called " + other + " now, and takes back the name " + person + ".");
                lab.type(person, RENAME + person);
                await(() -> isHere(person), person + " did not get back the name " + person + ".");
            }
        }
    }

    /// Lets somebody say one line. What the server gets of it may be sealed: so this waits for nothing.
    void say(Utterance line) {
        lab.type(line.who(), line.typed());
    }

    /// Waits until somebody's screen shows a text; false when it does not in time.
    boolean shows(String person, String text, Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        while (Instant.now().isBefore(deadline)) {
            if (read(lab.transcript(person)).contains(text)) {
                return true;
            }
            rest(LOOK_AGAIN);
        }
        return false;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw LabException.file("The file " + file + " cannot be read.", "Check the folder.");
        }
    }

    /// Returns when the capture holds such a line; packets reach the file a moment after they crossed.
    void awaitCaptured(Predicate<WireLine> line) {
        await(
                () -> captured().stream().anyMatch(line),
                "The last line did not reach the capture " + lab.capture() + ".");
    }

    private List<WireLine> captured() {
        return Files.exists(lab.capture())
                ? CaptureEvidence.read(lab.capture(), Optional.empty()).lines()
                : List.of();
    }

    /// The name that somebody takes with this line, if they take one.
    private static Optional<String> renamed(Utterance spoken) {
        return Optional.of(spoken.typed())
                .filter(typed -> typed.startsWith(RENAME))
                .map(typed -> typed.substring(RENAME.length()));
    }

    /// @param name what the one who speaks is called behind this line
    private boolean hasArrived(Utterance spoken, String name, int before) {
        boolean joins = renamed(spoken).isPresent();
        // Not by the text: it may be sealed, or another one than was typed.
        return log().stream()
                .skip(before)
                .filter(record -> joins ? record.event().equals("joined") : isSpeech(record))
                .anyMatch(record -> record.field("from").equalsIgnoreCase(name));
    }

    private static boolean isSpeech(OperatorRecord record) {
        return record.event().equals("said") || record.event().equals("told");
    }

    private boolean isHere(String person) {
        boolean here = false;
        for (OperatorRecord record : log()) {
            here = switch (record.event()) {
                case "started" -> false;
                case "joined" -> here || record.field("from").equalsIgnoreCase(person);
                case "left" -> here && !record.field("from").equalsIgnoreCase(person);
                default -> here;
            };
        }
        return here;
    }

    private List<OperatorRecord> log() {
        return Files.exists(lab.operatorLog())
                ? OperatorLog.read(lab.operatorLog()).records()
                : List.of();
    }

    private void await(BooleanSupplier done, String otherwise) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw FullDisk.at(LabFiles.settings().data())
                        .orElseGet(() -> LabException.machine(
                                otherwise, "See './labw status'; './labw down' and './labw up' start afresh."));
            }
            rest(LOOK_AGAIN);
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
