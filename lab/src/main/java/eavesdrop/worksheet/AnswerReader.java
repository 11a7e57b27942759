package eavesdrop.worksheet;

import eavesdrop.worksheet.Answer.Address;
import eavesdrop.worksheet.Answer.Bytes;
import eavesdrop.worksheet.Answer.Choice;
import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Answer.Flags;
import eavesdrop.worksheet.Answer.FrameNumber;
import eavesdrop.worksheet.Answer.LogLine;
import eavesdrop.worksheet.Answer.Mac;
import eavesdrop.worksheet.Answer.Offset;
import eavesdrop.worksheet.Answer.Order;
import eavesdrop.worksheet.Answer.Port;
import eavesdrop.worksheet.Answer.Words;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Understands what a person typed as an answer of one kind.
///
/// What is typed is taken as meant wherever one meaning alone makes sense.
final class AnswerReader {
    /// As Wireshark names an address, where it is copied together with its name.
    private static final Pattern ADDRESS_NAME =
            Pattern.compile("^(?:(?:source|src|destination|dst|ip|address)\\s*)+[:=]?\\s*");

    private static final Pattern IPV4 = Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3})(?:[:/]\\d+)?");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-f:.]*:[0-9a-f:.]*)(?:%\\w+)?(?:]:\\d+|]|/\\d+)?");
    private static final int HIGHEST_PORT = 65535;

    /// As Wireshark copies a frame's heading, and a row of its list: the number, and much behind it.
    private static final Pattern ROW =
            Pattern.compile("^(?:(Frame \\d+): \\d+ bytes on wire.*|(\\d+)\\s+\\d+\\.\\d{4,}\\s.*)");

    /// A field as it stands in a log: `"text":"the boat is red"`.
    private static final Pattern JSON_FIELD = Pattern.compile("^\"\\w+\"\\s*:\\s*\"(.*)\"[,}]?$");

    /// Behind a count, which ones they are: `2 (lines 23 and 24)`.
    private static final Pattern WHICH =
            Pattern.compile("(?<=\\d) *\\((?:lines?|frames?|zeilen?) [\\d, and]+\\)\\W*$", Pattern.CASE_INSENSITIVE);

    private static final Set<String> NONE = Set.of("none", "zero", "keine");

    private AnswerReader() {}

    /// What came of reading one answer.
    sealed interface Reading {}

    /// Nothing stands there yet.
    record Nothing() implements Reading {}

    /// It could be understood.
    record Meant(Answer answer) implements Reading {}

    /// It could not; the clause says what an answer of this kind looks like.
    record NotUnderstood(String what) implements Reading {}

    /// @param options the options of a choice; empty for the other kinds
    static Reading read(AnswerKind kind, List<String> options, String typed) {
        if (Typed.isNothing(typed)) {
            return new Nothing();
        }
        return switch (kind) {
            case FRAME -> number(ofRow(typed), FrameNumber::new, "a frame is one number, such as 7");
            case LINE -> number(typed, LogLine::new, "a line of the log is one number, such as 7");
            case COUNT -> count(typed);
            case PORT -> port(typed);
            case OFFSET -> meant(offset(typed), "an offset is one number, such as 20 or 0x14");
            case TEXT -> new Meant(new Words(JSON_FIELD.matcher(typed.strip()).replaceFirst("$1")));
            case BYTES -> meant(HexText.bytes(typed).map(Bytes::new), HexText.otherwise(typed));
            case MAC -> meant(HexText.mac(typed).map(Mac::new), "a MAC address looks like 02:42:ac:12:00:02");
            case ADDRESS -> meant(address(typed).map(Address::new), "an IP address looks like 192.0.2.7");
            case FLAGS ->
                meant(FlagText.read(typed).map(Flags::new), "write the names of the bits, such as [FIN, ACK]");
            case CHOICE -> meant(choice(options, typed), "choose one of " + String.join(", ", options));
            case CHOICES ->
                meant(
                        OptionText.some(options, typed).map(Choices::new),
                        "write the letters that apply, of " + String.join(", ", options) + ", or none");
            case ORDER ->
                meant(
                        OptionText.all(options, typed).map(Order::new),
                        "write each of " + String.join(", ", options) + " once, in their order");
        };
    }

    private static Reading meant(Optional<? extends Answer> answer, String otherwise) {
        return answer.<Reading>map(Meant::new).orElseGet(() -> new NotUnderstood(otherwise));
    }

    private static Reading number(String typed, LongFunction<Answer> kind, String otherwise) {
        OptionalLong number = NumberText.read(typed);
        return number.isPresent() ? new Meant(kind.apply(number.getAsLong())) : new NotUnderstood(otherwise);
    }

    private static Reading count(String typed) {
        return NONE.contains(Typed.canonical(typed))
                ? new Meant(new Count(0))
                : number(
                        WHICH.matcher(typed).replaceFirst(""),
                        Count::new,
                        "write one number, such as 7, or 0 for none");
    }

    private static String ofRow(String typed) {
        Matcher row = ROW.matcher(typed.strip());
        return row.matches() ? Optional.ofNullable(row.group(1)).orElse(row.group(2)) : typed;
    }

    private static Optional<Answer> offset(String typed) {
        OptionalLong number = NumberText.readOffset(typed);
        return number.isPresent() ? Optional.of(new Offset(number.getAsLong())) : Optional.empty();
    }

    private static Reading port(String typed) {
        OptionalLong number = NumberText.read(typed.replace("/tcp", ""));
        boolean possible = number.isPresent() && number.getAsLong() <= HIGHEST_PORT;
        return possible
                ? new Meant(new Port((int) number.getAsLong()))
                : new NotUnderstood("a port is one number from 0 to " + HIGHEST_PORT + ", without an address");
    }

    /// An address literal; names are never looked up. A port or a prefix length behind it is left away.
    static Optional<InetAddress> address(String typed) {
        String text = ADDRESS_NAME.matcher(Typed.value(typed)).replaceFirst("");
        if (text.equals("localhost")) {
            return Optional.of(InetAddress.ofLiteral("127.0.0.1"));
        }
        Matcher four = IPV4.matcher(text);
        Matcher six = IPV6.matcher(text);
        try {
            if (four.matches()) {
                return Optional.of(InetAddress.ofLiteral(four.group(1)));
            }
            return six.matches() ? Optional.of(InetAddress.ofLiteral(six.group(1))) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> choice(List<String> options, String typed) {
        String text = Typed.canonical(typed).replaceFirst("^(option|answer)\\s+", "");
        String first = text.replaceFirst("^\\W+", "").replaceFirst("(?s)[).:\\]].*", "");
        return options.stream()
                .filter(option -> option.toLowerCase(Locale.ROOT).equals(first))
                .<Answer>map(Choice::new)
                .findFirst();
    }
}
