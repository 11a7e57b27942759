package eavesdrop.worksheet;

import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names what has the form of a codeword and is none of this student's: it belongs to somebody else's ticket.
///
/// @param own every codeword of the student
record ForeignCodewords(Set<String> own) {
    /// Two words and a number from 10 to 99, as a ticket makes them.
    private static final Pattern CODEWORD = Pattern.compile("(?<![\\w-])[a-z]{2,}-[a-z]{2,}-[1-9]\\d(?![\\w-])");

    /// Each once: first those of the answers, then those of the capture.
    List<String> in(List<Result> results, List<WireLine> lines) {
        return Stream.concat(
                        results.stream().flatMap(result -> in(Typed.canonical(result.typed()))),
                        lines.stream().flatMap(line -> in(line.text())))
                .distinct()
                .toList();
    }

    /// A sentence for each answer, and for each word of the capture, that holds one.
    List<String> notes(List<Result> results, List<WireLine> lines) {
        List<String> notes = new ArrayList<>();
        for (Result result : results) {
            in(Typed.canonical(result.typed()))
                    .forEach(word -> notes.add("Your answer to " + result.id() + " holds the codeword " + word
                            + ", which does not come from your ticket. It is somebody else's."));
        }
        lines.stream()
                .flatMap(line -> in(line.text()))
                .distinct()
                .forEach(word -> notes.add("The capture holds the codeword " + word
                        + ", which does not come from your ticket: somebody else's conversation was played."));
        return notes;
    }

    private Stream<String> in(String text) {
        Predicate<String> mine = own::contains;
        return CODEWORD.matcher(text).results().map(MatchResult::group).filter(mine.negate());
    }
}
