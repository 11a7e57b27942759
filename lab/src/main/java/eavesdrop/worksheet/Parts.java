package eavesdrop.worksheet;

import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Order;
import eavesdrop.worksheet.Verdict.Partly;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Part of the points for part of an answer.
final class Parts {
    private Parts() {}

    /// What an answer that is not wholly right gets, or nothing when that would be no whole point.
    ///
    /// @param of the points that the right answer gets
    static Optional<Partly> of(Answer given, Answer right, int of) {
        if (given instanceof Choices(List<String> chosen) && right instanceof Choices(List<String> apply)) {
            int good = (int) chosen.stream().filter(apply::contains).count();
            int bad = chosen.size() - good;
            return partly(good - bad, apply.size(), of, choices(good < apply.size(), bad > 0));
        }
        if (given instanceof Order(List<String> order) && right instanceof Order(List<String> wanted)) {
            int inPlace = (int) IntStream.range(0, wanted.size())
                    .filter(at -> order.get(at).equals(wanted.get(at)))
                    .count();
            return partly(inPlace, wanted.size(), of, inPlace + " of " + wanted.size() + " stand in their places.");
        }
        return Optional.empty();
    }

    /// A wrong choice takes back what a right one gave, so that choosing all of them gains nothing.
    private static Optional<Partly> partly(int good, int all, int of, String means) {
        int points = all == 0 ? 0 : of * Math.max(0, good) / all;
        return points > 0 && points < of ? Optional.of(new Partly(points, means)) : Optional.empty();
    }

    private static String choices(boolean someMissing, boolean someTooMany) {
        if (someMissing && someTooMany) {
            return "Something is missing, and something does not belong there.";
        }
        return someMissing ? "Right so far, but something is missing." : "Something does not belong there.";
    }
}
