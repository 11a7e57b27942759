package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.topology.Topology;
import eavesdrop.worksheet.Cast;
import eavesdrop.worksheet.Cast.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A lab whose people are all there, and who say what a script tells them. What has happened is read in the
/// operator's log: it is written before a line is relayed.
final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);

    private static final Pattern TODO = Pattern.compile("TODO\\([^)]*\\)[^\\n\\r\\u001b,\\]]*");

    private final Topology lab;
    private final Console console;

    Stage(Topology lab, Console console) {
        this.lab = lab;
        this.console = console;
    }

    /// Starts the lab and waits until everyone of it is in the chat.
    ///
    /// @throws LabException when somebody does not come; where a student's class is not done yet, it says which
    void up() {
        try {
            bringUp();
        } catch (LabException stopped) {
            throw notDone()
                    .map(todo -> LabException.file(
                            "A class of this scenario is not done yet: " + todo + ".",
                            "Write it and test it with './labw exercise', or take the kit's: --with solutions."))
                    .orElse(stopped);
        }
    }

    /// The TODO on which somebody's client stopped: the parties know better than the one who waits for them.
    Optional<String> notDone() {
        for (String person : lab.people()) {
            try {
                Matcher todo = TODO.matcher(Files.readString(lab.transcript(person)));
                if (todo.find()) {
                    return Optional.of(todo.group().strip());
                }
            } catch (IOException | LabException gone) {
                // Without a transcript, nothing is known of this one.
            }
        }
        return Optional.empty();
    }

    private void bringUp() {
        lab.up(console::note);
        for (Topology.Party party : lab.parties()) {
            if (!party.running()) {
                throw LabException.machine(party.name() + " does not run.", "Try './labw down', then './labw up'.");
            }
        }
        await(() -> lab.people().stream().allMatch(this::isHere), "The clients did not join the chat.");
    }

    /// Lets everyone say their lines, one after the other, with a pause between that a person can follow.
    void play(Cast cast, Duration pause) {
        for (Utterance next : cast.utterances()) {
            int before = log().size();
            lab.type(next.who(), next.typed());
            await(() -> heard(next, before), next.who() + "'s line did not reach the server: " + next.typed());
            rest(pause);
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

    private boolean heard(Utterance spoken, int before) {
        String rename = "/name ";
        if (spoken.typed().startsWith(rename)) {
            String name = spoken.typed().substring(rename.length());
            return log().stream()
                    .skip(before)
                    .anyMatch(record -> record.event().equals("joined")
                            && record.field("from").equalsIgnoreCase(name));
        }
        // Not by the text: it may be sealed, or another one than was typed.
        return log().stream()
                .skip(before)
                .filter(Stage::isSpeech)
                .anyMatch(record -> record.field("from").equalsIgnoreCase(spoken.who()));
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

    private static void await(BooleanSupplier done, String otherwise) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw LabException.machine(
                        otherwise, "See './labw status'; './labw down' and './labw up' start afresh.");
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
