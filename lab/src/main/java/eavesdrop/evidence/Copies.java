package eavesdrop.evidence;

import eavesdrop.evidence.Meaning.Speech;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Finds, for each line that the server passes on, the line that it was told.
///
/// Who says the same thing twice is passed on twice, in the same order: the second copy on a stream belongs to
/// the second original. A copy whose original was said before the capture began has none, and does not count.
final class Copies {
    private record Said(String from, String to, String text) {
        static Said of(Speech speech) {
            return new Said(
                    speech.from().toLowerCase(Locale.ROOT),
                    speech.to().orElse("").toLowerCase(Locale.ROOT),
                    speech.text());
        }
    }

    /// The frames in which something was said to the server, and how often each stream has had it back.
    private record Original(List<Integer> frames, Map<Integer, Integer> copies) {}

    /// The last so many texts that were said or passed on are known for certain; of the copies of earlier ones the
    /// original may not be told. A server passes on at once what it is told.
    private static final int MOST = 10_000;

    private Map<Said, Original> recent = new HashMap<>();
    private Map<Said, Original> earlier = new HashMap<>();

    /// The frame of the original, when the line is a copy and its original was captured before it.
    OptionalInt original(WireLine line, Meaning meaning) {
        if (!(meaning instanceof Speech speech)) {
            return OptionalInt.empty();
        }
        Said said = Said.of(speech);
        Original original = find(said);
        if (line.fromClient()) {
            Original known =
                    original == null ? remember(said, new Original(new ArrayList<>(1), new HashMap<>(2))) : original;
            known.frames.add(line.frame());
            return OptionalInt.empty();
        }
        if (original == null) {
            return OptionalInt.empty();
        }
        int count = original.copies.merge(line.stream(), 1, Integer::sum);
        return count > original.frames.size() ? OptionalInt.empty() : OptionalInt.of(original.frames.get(count - 1));
    }

    private @Nullable Original find(Said said) {
        Original found = recent.get(said);
        if (found != null || earlier.isEmpty()) {
            return found;
        }
        Original moved = earlier.remove(said);
        return moved == null ? null : remember(said, moved);
    }

    /// Forgets the earlier half of what is known when there is too much.
    private Original remember(Said said, Original original) {
        if (recent.size() == MOST) {
            earlier = recent;
            recent = new HashMap<>();
        }
        recent.put(said, original);
        return original;
    }
}
