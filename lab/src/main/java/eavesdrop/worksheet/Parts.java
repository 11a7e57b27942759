package eavesdrop.worksheet;

import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Order;
import eavesdrop.worksheet.Verdict.Partly;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An answer of several parts, of which some are right.
///
/// @param good parts that are right
/// @param bad parts that do not belong there
/// @param all parts that the right answer has
/// @param means what to say of it
record Parts(int good, int bad, int all, String means) {
    /// Nothing for an answer that has no parts.
    static Optional<Parts> of(Answer given, Answer right) {
        if (given instanceof Choices(List<String> chosen) && right instanceof Choices(List<String> apply)) {
            int good = (int) chosen.stream().filter(apply::contains).count();
            int bad = chosen.size() - good;
            return Optional.of(new Parts(good, bad, apply.size(), choices(good, bad, apply.size())));
        }
        if (given instanceof Order(List<String> order) && right instanceof Order(List<String> wanted)) {
            int inPlace = (int) IntStream.range(0, wanted.size())
                    .filter(at -> order.get(at).equals(wanted.get(at)))
                    .count();
            String means = inPlace == 0
                    ? "None of them stands in its place."
                    : inPlace + " of " + wanted.size()
                            + (inPlace == 1 ? " stands in its place." : " stand in their places.");
            return Optional.of(new Parts(inPlace, 0, wanted.size(), means));
        }
        return Optional.empty();
    }

    /// What an answer that is not wholly right gets, or nothing when that would be no whole point. A wrong choice takes
    /// back what a right one gave, so that choosing all of them gains nothing.
    ///
    /// @param of the points that the right answer gets
    Optional<Partly> partly(int of) {
        int points = all == 0 ? 0 : of * Math.max(0, good - bad) / all;
        return points > 0 && points < of ? Optional.of(new Partly(points, means)) : Optional.empty();
    }

    private static String choices(int good, int bad, int all) {
        if (good == 0) {
            return bad == 0 ? "At least one of them applies." : "None of those that you chose applies.";
        }
        if (good < all && bad > 0) {
            return "Something is missing, and something does not belong there.";
        }
        return good < all ? "Right so far, but something is missing." : "Something does not belong there.";
    }
}
