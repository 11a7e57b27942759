package eavesdrop.topology;

import eavesdrop.chat.seam.UnwrittenPart;
import java.util.Optional;

/// Whether somebody's client is in the chat, as its own transcript tells (`Transcript`). What happened last counts.
public sealed interface Attendance {
    /// Nothing is known: the client has not begun, or keeps no transcript.
    record Unknown() implements Attendance {}

    /// @param name what it is called in the chat: `/name` may have changed it
    record Here(String name) implements Attendance {}

    /// @param reason as the client says it
    record Away(String reason) implements Attendance {}

    /// Its own transport did not agree with the server that it was shown.
    ///
    /// @param reason as the client says it
    record Refusing(String reason) implements Attendance {}

    static Attendance of(String transcript) {
        return AttendanceReader.read(transcript);
    }

    /// The part of an exercise on which this client stopped, as its own transcript says; what others say in the chat
    /// does not count.
    static Optional<UnwrittenPart> notDone(String transcript) {
        return AttendanceReader.notDone(transcript);
    }

    /// What keeps this client out of the chat, for a person; empty when nothing does.
    default String trouble() {
        return switch (this) {
            case Unknown _, Here _ -> "";
            case Away(String reason) -> "not in the chat: " + reason;
            case Refusing(String reason) ->
                UnwrittenPart.in(reason)
                        .map(part -> "stops at a part that is not written yet: " + part.words())
                        .orElse("refuses the server that it was shown: " + reason);
        };
    }
}
