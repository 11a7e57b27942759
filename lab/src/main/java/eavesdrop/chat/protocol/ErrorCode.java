package eavesdrop.chat.protocol;

import java.util.Arrays;
import java.util.Optional;

/// The codes of the server's `ERROR code explanation`.
public enum ErrorCode {
    HELLO_FIRST("hello-first"),
    BAD_NAME("bad-name"),
    NAME_TAKEN("name-taken"),
    UNKNOWN_VERB("unknown-verb"),
    NO_SUCH_USER("no-such-user"),
    TOO_LONG("too-long"),
    NOT_UTF8("not-utf8"),
    SLOW_READER("slow-reader"),
    SERVER_FULL("server-full"),
    BAD_KEY("bad-key");

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    /// The code as it stands on the wire.
    public String wire() {
        return wire;
    }

    public static Optional<ErrorCode> parse(String wire) {
        return Arrays.stream(values()).filter(code -> code.wire.equals(wire)).findFirst();
    }
}
