package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
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
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds plausible wrong answers: first the mistakes that the check file knows, then others of the same kind.
final class Falsifier {
    private final Evidence evidence;
    private final Examiner examiner;

    Falsifier(Evidence evidence, Examiner examiner) {
        this.evidence = evidence;
        this.examiner = examiner;
    }

    Answer falsify(Blank blank, List<Known> truth) {
        Predicate<Answer> isRight = answer ->
                truth.stream().anyMatch(known -> known.accepting(answer).isPresent());
        return Stream.concat(usual(blank), others(blank, truth.getFirst().plainest()))
                .filter(isRight.negate())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every answer is right for " + blank.name()));
    }

    private Stream<Answer> usual(Blank blank) {
        return blank.wrong().stream()
                .map(wrong -> examiner.ask(wrong.is()))
                .filter(Known.class::isInstance)
                .flatMap(known -> ((Known) known).accepted().stream().map(Accepted::answer));
    }

    private Stream<Answer> others(Blank blank, Answer right) {
        return switch (right) {
            case FrameNumber _ -> evidence.frames().stream().map(Frame::number).map(FrameNumber::new);
            case LogLine(long number) -> Stream.of(new LogLine(number + 1), new LogLine(number + 2));
            case Bytes(String hex) -> Stream.of(new Bytes(hex + "0a"));
            case Mac _ -> Stream.of(new Mac("02:00:00:00:00:01"), new Mac("02:00:00:00:00:02"));
            case Choices(List<String> apply) ->
                Stream.of(new Choices(others(blank.options(), apply)), new Choices(List.of()));
            case Order(List<String> order) -> Stream.of(new Order(rotated(order)));
            case Words(String text) -> Stream.of(new Words(new StringBuilder(text).reverse() + "x"));
            case Address _ ->
                Stream.of("192.0.2.7", "192.0.2.8").map(InetAddress::ofLiteral).map(Address::new);
            case Port(int number) -> Stream.of(new Port(number == 0 ? 1 : number - 1));
            case Flags _ -> Stream.of(new Flags(List.of("RST")), new Flags(List.of("RST", "ACK")));
            case Offset(long bytes) -> Stream.of(new Offset(bytes + 2));
            case Count(long number) ->
                Stream.iterate(number + 1, next -> next + 1).map(Count::new);
            case Choice _ -> blank.options().stream().map(Choice::new);
        };
    }

    private static List<String> others(List<String> options, List<String> apply) {
        return options.stream().filter(option -> !apply.contains(option)).toList();
    }

    /// None of them stays in its place.
    private static List<String> rotated(List<String> order) {
        return Stream.concat(order.stream().skip(1), order.stream().limit(1)).toList();
    }
}
