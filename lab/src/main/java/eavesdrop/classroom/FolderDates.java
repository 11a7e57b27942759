package eavesdrop.classroom;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The dates of all that lies in the folder of submissions. Some programs give every file that they
/// unpack the date of the unpacking, as does whoever copies a folder: such dates tell nothing about
/// when something was handed in.
final class FolderDates {
    /// Fewer may well come within a minute, the last one before a deadline.
    private static final int FEWEST = 3;

    private static final Duration UNPACKING = Duration.ofMinutes(1);

    private final List<Instant> dates;

    FolderDates(List<Handed> all) {
        this.dates = all.stream()
                .filter(Handed::isDated)
                .map(Handed::modified)
                .sorted()
                .toList();
    }

    /// Whether all of them came within a minute.
    boolean areAlike() {
        return dates.size() >= FEWEST && !dates.getFirst().plus(UNPACKING).isBefore(dates.getLast());
    }

    int number() {
        return dates.size();
    }
}
