package eavesdrop.evidence;

import eavesdrop.evidence.Meaning.Speech;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/// Finds, for each line that the server passes on, the line that it was told.
///
/// Who says the same thing twice is passed on twice, in the same order: the second copy on a stream belongs to
/// the second original.
final class Copies {
    private record Said(String from, String to, String text) {
        static Said of(Speech speech) {
            return new Said(
                    speech.from().toLowerCase(Locale.ROOT),
                    speech.to().orElse("").toLowerCase(Locale.ROOT),
                    speech.text());
        }
    }

    private record PassedOn(int stream, Said said) {}

    /// After so many different texts the earlier ones are forgotten: of their copies the original is not told.
    private static final int MOST = 200_000;

    private final Map<Said, List<Integer>> originals = new HashMap<>();
    private final Map<PassedOn, Integer> counts = new HashMap<>();

    /// The frame of the original, when the line is a copy and its original was captured before it.
    OptionalInt original(WireLine line, Meaning meaning) {
        if (!(meaning instanceof Speech speech)) {
            return OptionalInt.empty();
        }
        Said said = Said.of(speech);
        if (line.fromClient()) {
            if (originals.size() + counts.size() > MOST) {
                originals.clear();
                counts.clear();
            }
            originals.computeIfAbsent(said, _ -> new ArrayList<>()).add(line.frame());
            return OptionalInt.empty();
        }
        List<Integer> frames = originals.getOrDefault(said, List.of());
        int count = counts.merge(new PassedOn(line.stream(), said), 1, Integer::sum);
        return count > frames.size() ? OptionalInt.empty() : OptionalInt.of(frames.get(count - 1));
    }
}
