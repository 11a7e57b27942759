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

    /// A line of the operator's log, from 1.
    record LogLine(long number) implements Answer {}

    /// Words: a codeword, a text that somebody said.
    record Words(String text) implements Answer {}

    /// Bytes, as pairs of lower-case hexadecimal digits without anything between them.
    record Bytes(String hex) implements Answer {}

    /// An IP address.
    record Address(InetAddress ip) implements Answer {}

    /// A hardware address: six pairs of lower-case hexadecimal digits with colons between them.
    record Mac(String address) implements Answer {}

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

    /// Those of the options that apply, in the order in which they are offered; may be none.
    record Choices(List<String> options) implements Answer {}

    /// All options, in the order that the student gave them.
    record Order(List<String> options) implements Answer {}

    /// Whether both mean the same. Words are compared without regard to case, spaces, kinds of dashes and quotes;
    /// of a key or a letter in base64url the case counts.
    ///
    /// @param other what somebody typed
    default boolean means(Answer other) {
        if (!(this instanceof Words(String mine) && other instanceof Words(String theirs))) {
            return equals(other);
        }
        return Typed.isCode(mine)
                ? Typed.code(mine).equals(Typed.code(theirs))
                : Typed.comparable(mine).equals(Typed.comparable(theirs));
    }

    /// As a person would write it into a worksheet, valid as YAML.
    default String print() {
        return switch (this) {
            case FrameNumber(long number) -> Long.toString(number);
            case LogLine(long number) -> Long.toString(number);
            case Words(String text) -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Bytes(String hex) -> '"' + hex.replaceAll("(..)(?=.)", "$1 ") + '"';
            case Address(InetAddress ip) -> ip.getHostAddress();
            case Mac(String address) -> '"' + address + '"';
            case Port(int number) -> Integer.toString(number);
            case Flags(List<String> names) -> "[" + String.join(", ", names) + "]";
            case Offset(long bytes) -> Long.toString(bytes);
            case Count(long number) -> Long.toString(number);
            case Choice(String option) -> option;
            case Choices(List<String> options) -> options.isEmpty() ? "none" : "[" + String.join(", ", options) + "]";
            case Order(List<String> options) -> "[" + String.join(", ", options) + "]";
        };
    }
}
