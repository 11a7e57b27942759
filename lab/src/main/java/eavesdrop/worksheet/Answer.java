package eavesdrop.worksheet;

import java.net.InetAddress;
import java.util.List;

/// An answer as it was understood, of one of the kinds that a worksheet asks for.
///
/// A new kind is a record here, a way to read it in `AnswerReader`, and a question to the evidence in
/// `Expectation`; the compiler names the places that are still missing.
public sealed interface Answer {
    /// A frame of the capture, as Wireshark counts (from 1).
    record FrameNumber(long number) implements Answer {}

    /// Words: a codeword, a text that somebody said.
    record Words(String text) implements Answer {}

    /// An IP address.
    record Address(InetAddress ip) implements Answer {}

    /// A TCP port, 0 to 65535.
    record Port(int number) implements Answer {}

    /// The control bits that are set, in Wireshark's order.
    record Flags(List<String> names) implements Answer {}

    /// Bytes before something, from 0.
    record Offset(long bytes) implements Answer {}

    /// A number of things, from 0.
    record Count(long number) implements Answer {}

    /// One of the options offered.
    record Choice(String option) implements Answer {}

    /// Whether both mean the same. Words are compared without regard to case, spaces, kinds of dashes and quotes.
    default boolean means(Answer other) {
        return (this instanceof Words(String mine) && other instanceof Words(String theirs))
                ? Typed.canonical(mine).equals(Typed.canonical(theirs))
                : equals(other);
    }

    /// As a person would write it into a worksheet, valid as YAML.
    default String print() {
        return switch (this) {
            case FrameNumber(long number) -> Long.toString(number);
            case Words(String text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Address(InetAddress ip) -> ip.getHostAddress();
            case Port(int number) -> Integer.toString(number);
            case Flags(List<String> names) -> "[" + String.join(", ", names) + "]";
            case Offset(long bytes) -> Long.toString(bytes);
            case Count(long number) -> Long.toString(number);
            case Choice(String option) -> option;
        };
    }
}
