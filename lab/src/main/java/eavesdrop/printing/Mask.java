package eavesdrop.printing;

import eavesdrop.classroom.Progress;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.evidence.ChatLine;
import eavesdrop.evidence.Meaning;
import eavesdrop.evidence.WireLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hides the student's own codewords in Eve's view and in the operator's until worksheet 2 is right, so that the tool
/// does not do the lab.
public final class Mask {
    private static final int WORKSHEET = 2;
    private static final String BLACK = "█████";

    private final Supplier<Set<String>> source;
    /// A list, because every line is held against each. Read with the first line, by whoever prints: to read a ticket
    /// takes a while, in which the capture can be read.
    private @Nullable List<String> codewords;

    private boolean hasHidden;

    /// @param codewords what is to be hidden; empty when nothing is
    private Mask(Set<String> codewords) {
        this(() -> codewords);
    }

    private Mask(Supplier<Set<String>> source) {
        this.source = source;
    }

    /// The mask for the student of this lab.
    ///
    /// @param spoil whether the student wants to see all the same; that is kept like a hint
    public static Mask ofStudent(Path progress, Path ticket, boolean spoil) {
        if (spoil) {
            keepSpoiled(progress);
            return new Mask(Set.of());
        }
        return new Mask(() -> isSolved(Progress.read(progress))
                ? Set.of()
                : Ticket.readOrGuest(ticket).everyCodeword());
    }

    private static void keepSpoiled(Path file) {
        Progress.change(file, progress -> isSolved(progress) ? progress : progress.withSpoiled());
    }

    private static boolean isSolved(Progress progress) {
        return progress.best(WORKSHEET) == 100;
    }

    /// Reads the ticket now, for those who must not begin to print before it is known to be readable.
    ///
    /// @throws eavesdrop.LabException (file) when it is not
    public void prepare() {
        codewords();
    }

    private List<String> codewords() {
        List<String> known = codewords == null ? List.copyOf(source.get()) : codewords;
        codewords = known;
        return known;
    }

    public ChatLine of(ChatLine line) {
        return holdsOne(line.wire().text())
                ? new ChatLine(of(line.wire()), line.client(), of(line.meaning()), line.copyOf())
                : line;
    }

    private boolean holdsOne(String text) {
        for (String word : codewords()) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// A text of which it is not known what it means, masked too.
    public String text(String text) {
        return holdsOne(text) ? of(text) : text;
    }

    /// Says that something has been hidden, and how to see it all the same.
    public void tell(Console console) {
        if (hasHidden) {
            console.note("Your own codewords are black until worksheet 2 is right. --spoil shows them.");
        }
    }

    /// Whether something has been hidden so far.
    public boolean hasHidden() {
        return hasHidden;
    }

    private WireLine of(WireLine wire) {
        return new WireLine(
                wire.stream(),
                wire.fromClient(),
                wire.from(),
                wire.to(),
                wire.time(),
                wire.frames(),
                wire.streamOffset(),
                wire.frameOffset(),
                of(wire.text()),
                wire.whole());
    }

    private Meaning of(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Speech speech -> new Meaning.Speech(speech.from(), speech.to(), of(speech.text()));
            case Meaning.Formality(String line) -> new Meaning.Formality(of(line));
            case Meaning.Unclear(String line) -> new Meaning.Unclear(of(line));
        };
    }

    private String of(String text) {
        String masked = text;
        for (String word : codewords()) {
            masked = masked.replace(word, BLACK);
        }
        hasHidden |= !masked.equals(text);
        return masked;
    }
}
