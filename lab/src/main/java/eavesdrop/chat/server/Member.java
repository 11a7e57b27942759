package eavesdrop.chat.server;

import eavesdrop.chat.protocol.Name;
import java.util.Optional;

/// Somebody who said HELLO. Everything here is guarded by the lock of the `Room`.
final class Member {
    private final Name name;
    private final Outbox outbox;
    private Optional<String> key = Optional.empty();

    Member(Name name, Outbox outbox) {
        this.name = name;
        this.outbox = outbox;
    }

    Name name() {
        return name;
    }

    Outbox outbox() {
        return outbox;
    }

    /// The public key that this member announced last.
    Optional<String> key() {
        return key;
    }

    void announce(String blob) {
        key = Optional.of(blob);
    }
}
