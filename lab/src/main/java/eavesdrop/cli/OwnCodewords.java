package eavesdrop.cli;

import eavesdrop.classroom.Ticket;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The codewords of one student in all labs.
final class OwnCodewords {
    private static final int LABS = 9;

    private OwnCodewords() {}

    static Set<String> of(Ticket ticket) {
        return IntStream.rangeClosed(1, LABS)
                .boxed()
                .flatMap(lab -> ticket.codewords(lab).values().stream())
                .collect(Collectors.toSet());
    }
}
