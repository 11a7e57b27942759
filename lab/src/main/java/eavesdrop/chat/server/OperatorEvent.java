package eavesdrop.chat.server;

import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.Name;
import java.util.Optional;

/// Something that happened in the chat, as its operator sees it: everything, whispers included.
public sealed interface OperatorEvent {
    /// The server listens on this TCP port.
    ///
    /// @param scenario the rung of the ladder that it is a part of, for example `tls`
    record Started(int port, Optional<String> scenario) implements OperatorEvent {}

    /// @param address where the client comes from, as `172.18.0.3:40112`
    record Joined(Name from, String address) implements OperatorEvent {}

    record Left(Name from, Reason reason) implements OperatorEvent {}

    /// Said to everyone.
    ///
    /// @param text as it came, with all its control characters
    record Said(Name from, String text) implements OperatorEvent {}

    /// Whispered to one.
    ///
    /// @param text as it came, with all its control characters
    record Told(Name from, Name to, String text) implements OperatorEvent {}

    /// A public key announced.
    record KeyAnnounced(Name from, String blob) implements OperatorEvent {}

    /// A line or a connection that the server did not accept.
    ///
    /// @param who the name, or the address of one who has none yet
    /// @param named whether `who` is a name
    /// @param text the line as far as it could be read; empty where there is none
    record Refused(String who, boolean named, ErrorCode code, String text) implements OperatorEvent {}

    /// The server ends.
    record Stopped() implements OperatorEvent {}

    /// Why somebody left.
    enum Reason {
        /// Said BYE.
        BYE("bye"),
        /// Ended the connection.
        CLOSED("closed"),
        /// The connection broke.
        LOST("lost"),
        /// Did not read what was sent.
        SLOW_READER("slow-reader"),
        /// Too many bad lines in a row.
        BAD_LINES("bad-lines"),
        /// The server ends.
        STOPPED("stopped");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /// As it stands in the log.
        public String word() {
            return word;
        }
    }
}
