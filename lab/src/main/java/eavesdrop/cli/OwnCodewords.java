package eavesdrop.cli;

import eavesdrop.classroom.Ticket;
import java.util.Set;

/// The codewords of one student in all labs.
final class OwnCodewords {
    private OwnCodewords() {}

    static Set<String> of(Ticket ticket) {
        return ticket.everyCodeword();
    }
}
