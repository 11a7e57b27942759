package eavesdrop.worksheet;

import eavesdrop.evidence.WireLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which chat lines of the capture a question is about.
///
/// @param called what to call it when it is not there: "Alice's whisper to Bob"
/// @param direction who sent it; empty when that does not matter
/// @param person whose connection it crosses, by the name in HELLO; empty for any
/// @param starts what the line begins with, for example `TELL bob `; empty for any
/// @param contains what it holds further on; empty for any
/// @param which which of several such lines
/// @param remedy what a student must do so that it is there; empty where the cast says it
public record LineQuery(
        String called,
        Optional<End> direction,
        String person,
        String starts,
        String contains,
        Which which,
        String remedy) {
    /// An end of a connection.
    public enum End {
        CLIENT,
        SERVER
    }

    /// Which of several lines.
    public enum Which {
        FIRST,
        LAST,
        ANY;

        <T> List<T> of(List<T> several) {
            if (several.isEmpty()) {
                return several;
            }
            return switch (this) {
                case FIRST -> List.of(several.getFirst());
                case LAST -> List.of(several.getLast());
                case ANY -> several;
            };
        }
    }

    /// The lines that are meant, in the order of the capture.
    List<WireLine> in(List<WireLine> lines) {
        return which.of(all(lines));
    }

    /// Every line that fits, whichever is meant.
    List<WireLine> all(List<WireLine> lines) {
        Set<Integer> theirs = streams(lines);
        return lines.stream()
                .filter(line -> (person.isEmpty() || theirs.contains(line.stream())) && fits(line))
                .toList();
    }

    private Set<Integer> streams(List<WireLine> lines) {
        return lines.stream()
                .filter(line -> line.fromClient() && line.text().equalsIgnoreCase("HELLO " + person))
                .map(WireLine::stream)
                .collect(Collectors.toSet());
    }

    /// Whether a line of this kind is there, with whatever further text.
    boolean kindIsIn(List<WireLine> lines) {
        return ofThisKind(lines).findAny().isPresent();
    }

    /// Whether a line of this kind is there of which not all bytes were captured.
    boolean kindIsCutIn(List<WireLine> lines) {
        return ofThisKind(lines).anyMatch(line -> !line.whole());
    }

    private Stream<WireLine> ofThisKind(List<WireLine> lines) {
        Predicate<WireLine> kind = new LineQuery(called, direction, person, starts, "", Which.ANY, remedy)::fits;
        return starts.isEmpty() ? Stream.empty() : lines.stream().filter(kind);
    }

    private boolean fits(WireLine line) {
        boolean ours = direction.isEmpty() || (direction.get() == End.CLIENT) == line.fromClient();
        return ours
                && line.text().startsWith(starts)
                && line.text().substring(starts.length()).contains(contains);
    }

    LineQuery any() {
        return new LineQuery(called, direction, person, starts, contains, Which.ANY, remedy);
    }
}
