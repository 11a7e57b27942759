package eavesdrop.worksheet;

import java.util.List;
import java.util.Optional;

/// One question of a worksheet, as its check file states it.
///
/// @param id `2.3`
/// @param points for all its blanks together; each blank is worth the same
/// @param filter a display filter that helps to look, and gives nothing away; empty where the answer stands in a log
/// @param after questions that this one builds on: it scores when one of them, or none is named, is right in a blank
/// @param hints three: a nudge, the concept, nearly the step
/// @param blanks in the order of the worksheet, at least one
public record Question(
        String id, int points, String filter, List<String> after, List<String> hints, List<Blank> blanks) {
    /// What one blank is worth.
    int pointsEach() {
        return points / blanks.size();
    }

    Optional<Blank> blank(String name) {
        return blanks.stream().filter(blank -> blank.name().equals(name)).findFirst();
    }
}
