package eavesdrop.chat.client;

import eavesdrop.chat.protocol.Name;
import java.util.List;

/// What became of a line that somebody wanted to send.
public sealed interface Sending {
    /// It goes out, after the lines sent before it.
    record Sent() implements Sending {}

    /// There is no connection: the line is not kept. Send it again when `Connected` was told.
    record NotConnected() implements Sending {}

    /// The server or the network does not take lines fast enough; nothing was sent.
    record Stalled() implements Sending {}

    /// The text has `bytes` bytes in UTF-8, and at most `limit` fit into a line of the protocol.
    record TooLong(int bytes, int limit) implements Sending {}

    /// The text holds a line end or another control character, which does not fit into a line.
    record NotOneLine() implements Sending {}

    /// It goes out under a seal to each of `to`. Those `without` a known key are not told.
    record Sealed(List<Name> to, List<Name> without) implements Sending {}

    /// It goes out under a seal to each of `to`; then something failed, and those of `not` are not told. To send it
    /// again
    /// would tell the others twice.
    record SealedForSome(List<Name> to, List<Name> not, String reason) implements Sending {}

    /// It could not be sealed; nothing goes out in clear instead.
    record NotSealed(String reason) implements Sending {}
}
