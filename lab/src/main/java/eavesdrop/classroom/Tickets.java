package eavesdrop.classroom;

import java.util.function.Function;

/// How a class got its tickets.
///
/// @param issue the ticket of an ID
/// @param homeMade whether students made them themselves with `start --student`, so that they follow from the ID alone
public record Tickets(Function<String, Ticket> issue, boolean homeMade) {
    public static Tickets of(CourseKey key) {
        return new Tickets(key::issue, false);
    }

    public static Tickets homeMadeOnes() {
        return new Tickets(Ticket::alone, true);
    }

    Ticket of(String id) {
        return issue.apply(id);
    }

    /// Tells two courses apart, and gives no seed away.
    String fingerprint() {
        return new Digest().add("fingerprint").add(of("fingerprint").seed()).hex();
    }
}
