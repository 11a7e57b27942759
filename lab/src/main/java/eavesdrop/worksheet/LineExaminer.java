package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Answer.Address;
import eavesdrop.worksheet.Answer.Bytes;
import eavesdrop.worksheet.Answer.Choice;
import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Answer.Flags;
import eavesdrop.worksheet.Answer.FrameNumber;
import eavesdrop.worksheet.Answer.Mac;
import eavesdrop.worksheet.Answer.Offset;
import eavesdrop.worksheet.Answer.Port;
import eavesdrop.worksheet.Answer.Words;
import eavesdrop.worksheet.Expectation.AddressOf;
import eavesdrop.worksheet.Expectation.BytesOf;
import eavesdrop.worksheet.Expectation.ChoiceBy;
import eavesdrop.worksheet.Expectation.ChoicesBy;
import eavesdrop.worksheet.Expectation.CopiesOf;
import eavesdrop.worksheet.Expectation.FlagsOf;
import eavesdrop.worksheet.Expectation.FrameOf;
import eavesdrop.worksheet.Expectation.FramesOf;
import eavesdrop.worksheet.Expectation.HandshakeOf;
import eavesdrop.worksheet.Expectation.LengthOf;
import eavesdrop.worksheet.Expectation.LettersOf;
import eavesdrop.worksheet.Expectation.MacOf;
import eavesdrop.worksheet.Expectation.Measure;
import eavesdrop.worksheet.Expectation.OfLine;
import eavesdrop.worksheet.Expectation.OffsetOf;
import eavesdrop.worksheet.Expectation.OpeningFlagsOf;
import eavesdrop.worksheet.Expectation.PortOf;
import eavesdrop.worksheet.Expectation.SealedIn;
import eavesdrop.worksheet.Expectation.SequenceOf;
import eavesdrop.worksheet.Expectation.StreamOf;
import eavesdrop.worksheet.Expectation.TextOf;
import eavesdrop.worksheet.Expectation.WordIn;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import eavesdrop.worksheet.Finding.NotHere;
import eavesdrop.worksheet.LineQuery.End;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Puts expectations to the lines that crossed the wire, and to the frames that carry them.
final class LineExaminer {
    private final Evidence evidence;
    private final Copies copies;
    private final HandshakeFinder handshakes;

    LineExaminer(Evidence evidence) {
        this.evidence = evidence;
        this.copies = new Copies(evidence);
        this.handshakes = new HandshakeFinder(evidence);
    }

    Finding ask(OfLine expectation) {
        List<WireLine> found = expectation.line().in(evidence.lines());
        if (found.isEmpty()) {
            return new Missing(Absence.of(expectation.line(), evidence));
        }
        return switch (expectation) {
            case FrameOf _ -> known(found, (line, _) -> frameNumbers(line));
            case HandshakeOf of -> handshake(found.getFirst(), of.step());
            case FlagsOf _ -> known(found, (_, frame) -> Accepted.only(new Flags(frame.flagNames())));
            case OpeningFlagsOf _ -> openingFlags(found.getFirst());
            case AddressOf of -> known(found, (line, frame) -> address(isSender(of.end(), line), frame));
            case MacOf of -> mac(found.getFirst(), of.end());
            case PortOf of -> known(found, (line, frame) -> port(isSender(of.end(), line), frame));
            case StreamOf _ -> known(found, (line, _) -> Accepted.only(new Count(line.stream())));
            case SequenceOf of -> known(found, (_, frame) -> Accepted.only(new Count(sequence(of.raw(), frame))));
            case OffsetOf of -> offset(found.getFirst(), of.text());
            case LettersOf(LineQuery query, int around) -> copies.ofLetters(query.all(evidence.lines()), around);
            case CopiesOf(LineQuery query) -> copies.ofLines(query.all(evidence.lines()));
            case FramesOf _ -> copies.framesOfOne(found.getFirst());
            case LengthOf of -> known(found, (_, frame) -> Accepted.only(new Count(bytes(of.measure(), frame))));
            case BytesOf of -> known(found, (_, _) -> Accepted.only(bytes(of.text())));
            case WordIn of -> known(found, (_, _) -> Accepted.only(new Words(of.word())));
            case TextOf(LineQuery query) ->
                known(
                        found,
                        (line, _) -> Accepted.only(
                                new Words(line.text().substring(query.starts().length()))));
            case SealedIn of -> known(found, (line, _) -> sealed(line, of.around()));
            case ChoiceBy choice -> known(found, (line, _) -> Accepted.only(chosen(choice, line)));
            case ChoicesBy choices -> known(found, (line, _) -> Accepted.only(chosen(choices, line)));
        };
    }

    /// The answers that each of the lines gives, with the frames that carry them.
    private Finding known(List<WireLine> lines, BiFunction<WireLine, Frame, List<Accepted>> answers) {
        List<Accepted> accepted = lines.stream()
                .flatMap(line ->
                        evidence.frame(line.frame()).stream().flatMap(frame -> answers.apply(line, frame).stream()))
                .toList();
        List<Integer> frames = lines.stream().map(WireLine::frame).toList();
        return accepted.isEmpty()
                ? new Missing("The capture does not show frame " + frames.getFirst() + " as a TCP frame.")
                : new Known(accepted, frames);
    }

    private static boolean isSender(End end, WireLine line) {
        return line.fromClient() == (end == End.CLIENT);
    }

    private static List<Accepted> frameNumbers(WireLine line) {
        Stream<Accepted> later = line.frames().stream()
                .skip(1)
                .map(number -> new Accepted(
                        new FrameNumber(number),
                        "the line begins in frame " + line.frame() + " and goes on in frame " + number));
        return Stream.concat(Stream.of(Accepted.plainly(new FrameNumber(line.frame()))), later)
                .toList();
    }

    private static List<Accepted> address(boolean sender, Frame frame) {
        String text = sender ? frame.fromAddress() : frame.toAddress();
        return AnswerReader.address(text)
                .map(ip -> Accepted.only(new Address(ip)))
                .orElse(List.of());
    }

    private static List<Accepted> port(boolean sender, Frame frame) {
        return Accepted.only(new Port(sender ? frame.fromPort() : frame.toPort()));
    }

    private static long sequence(boolean raw, Frame frame) {
        return raw ? frame.sequence() : frame.relativeSequence();
    }

    private static Answer bytes(String text) {
        return new Bytes(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Finding handshake(WireLine line, int step) {
        return handshakes
                .step(line, step)
                .<Finding>map(
                        frame -> new Known(Accepted.only(new FrameNumber(frame.number())), List.of(frame.number())))
                .orElseGet(
                        () -> new Missing("The capture does not hold the handshake of that connection: it began later."
                                + " Start the lab again with ./labw down and ./labw up, and play once."));
    }

    /// On one machine nothing has a hardware address: what stands in the frames there is made up.
    private Finding mac(WireLine line, End end) {
        boolean oneMachine = evidence.frame(line.frame())
                .flatMap(frame -> AnswerReader.address(frame.fromAddress()))
                .filter(InetAddress::isLoopbackAddress)
                .isPresent();
        if (oneMachine) {
            return new NotHere("Without Docker all programs run on one machine and talk over its loopback, where no"
                    + " hardware addresses exist.");
        }
        return evidence.ethernet(line.frame())
                .<Finding>map(ethernet -> new Known(
                        Accepted.only(new Mac(isSender(end, line) ? ethernet.source() : ethernet.destination())),
                        List.of(line.frame())))
                .orElseGet(() -> new NotHere("This capture holds no Ethernet headers, so it has no MAC addresses."));
    }

    private static List<Accepted> sealed(WireLine line, int around) {
        int bytes = Copies.sealedBytes(line) - around;
        return bytes < 0 ? List.of() : Accepted.only(new Count(bytes));
    }

    private Finding openingFlags(WireLine line) {
        Optional<Frame> first = evidence.frames().stream()
                .filter(frame -> frame.stream() == line.stream())
                .findFirst();
        return first.<Finding>map(
                        frame -> new Known(Accepted.only(new Flags(frame.flagNames())), List.of(frame.number())))
                .orElseGet(() -> new Missing("The capture shows no frame of stream " + line.stream() + "."));
    }

    private Finding offset(WireLine line, String text) {
        int at = line.text().indexOf(text);
        Optional<Frame> frame = evidence.frame(line.frame());
        if (at < 0 || frame.isEmpty()) {
            return new Missing("The text that is asked for is not in that line of the capture.");
        }
        long offset = (long) line.frameOffset() + line.text().substring(0, at).getBytes(StandardCharsets.UTF_8).length;
        return offset < frame.get().payloadOffset() + (long) frame.get().length()
                ? new Known(Accepted.only(new Offset(offset)), List.of(line.frame()))
                : new Missing("The line crosses frames, and the text begins in a later one.");
    }

    private static long bytes(Measure measure, Frame frame) {
        return switch (measure) {
            case PAYLOAD -> frame.length();
            case FRAME -> (long) frame.payloadOffset() + frame.length();
        };
    }

    private static Answer chosen(ChoiceBy choice, WireLine line) {
        String text = line.text();
        return new Choice(text.contains(choice.text()) ? choice.then() : choice.otherwise());
    }

    private static Answer chosen(ChoicesBy choices, WireLine line) {
        return new Choices(choices.texts().entrySet().stream()
                .filter(option -> line.text().contains(option.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }
}
