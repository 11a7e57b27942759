package eavesdrop.printing;

import eavesdrop.evidence.Observation;
import eavesdrop.evidence.Observation.Sees;
import eavesdrop.evidence.Observer;
import eavesdrop.evidence.Utterance;
import java.util.List;
import java.util.Optional;

/// What was measured at one rung of the ladder: who has what of a whisper.
///
/// @param scenario its name
/// @param meaning the rung in a few words
/// @param cells one for each observer who was there
/// @param refusal what the clients said when they would not talk to the server that they were shown
/// @param problem why it could not be measured; then there are no cells
public record Rung(
        String scenario, String meaning, List<Cell> cells, Optional<String> refusal, Optional<String> problem) {
    /// What one observer has.
    ///
    /// @param sees the most that the observer has
    /// @param evidence on what that rests: the place where it stands, or how much was searched without finding it
    /// @param searched in how many bytes it was looked for
    /// @param proven of somebody who does not see the content: whether all of it could be searched
    public record Cell(String observer, Sees sees, String evidence, long searched, boolean proven) {
        public static Cell of(Observer observer, Observation seen) {
            return new Cell(
                    observer.name(), seen.sees(), evidence(seen), seen.looked().bytes(), seen.provesAbsence());
        }

        private static String evidence(Observation seen) {
            return switch (seen.sees()) {
                case CONTENT -> {
                    var first = seen.content().first().getFirst();
                    yield first.where() + ", " + HowText.words(first.how());
                }
                case THAT_SOMETHING_WAS_SAID -> {
                    Utterance first = seen.said().first().getFirst();
                    yield first.where() + ": " + first.from() + " to " + first.to() + ", " + first.length()
                            + " bytes; not the text in " + seen.looked().what();
                }
                case NOTHING -> "not in " + seen.looked().what();
            };
        }
    }

    public static Rung notMeasured(String scenario, String meaning, String problem) {
        return new Rung(scenario, meaning, List.of(), Optional.empty(), Optional.of(problem));
    }

    /// Of one observer, if they were there.
    public Optional<Cell> cell(String observer) {
        return cells.stream().filter(cell -> cell.observer().equals(observer)).findFirst();
    }
}
