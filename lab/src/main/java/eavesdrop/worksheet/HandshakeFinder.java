package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.WireLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The three frames that open a TCP connection (RFC 9293, section 3.5).
///
///     client  ──SYN──────►  server    1
///     client  ◄─SYN, ACK──  server    2
///     client  ──ACK──────►  server    3
final class HandshakeFinder {
    private final Evidence evidence;

    HandshakeFinder(Evidence evidence) {
        this.evidence = evidence;
    }

    /// The frame of one step, 1 to 3, of the connection that a line belongs to; nothing where the capture begins later.
    Optional<Frame> step(WireLine line, int step) {
        List<Frame> stream = evidence.frames().stream()
                .filter(frame -> frame.stream() == line.stream())
                .toList();
        Optional<Frame> syn = after(0, stream, frame -> set(frame, "SYN") && !set(frame, "ACK"));
        Optional<Frame> answer =
                syn.flatMap(first -> after(first.number(), stream, frame -> set(frame, "SYN") && set(frame, "ACK")));
        return switch (step) {
            case 1 -> syn;
            case 2 -> answer;
            case 3 ->
                answer.flatMap(second -> after(
                        second.number(),
                        stream,
                        frame -> isFromReceiverOf(second, frame) && set(frame, "ACK") && !set(frame, "SYN")));
            default -> throw new IllegalArgumentException("a handshake has three steps, not " + step);
        };
    }

    private static Optional<Frame> after(int number, List<Frame> stream, Predicate<Frame> wanted) {
        return stream.stream()
                .filter(frame -> frame.number() > number)
                .filter(wanted)
                .findFirst();
    }

    private static boolean isFromReceiverOf(Frame other, Frame frame) {
        return frame.fromPort() == other.toPort() && frame.fromAddress().equals(other.toAddress());
    }

    private static boolean set(Frame frame, String bit) {
        return frame.flagNames().contains(bit);
    }
}
