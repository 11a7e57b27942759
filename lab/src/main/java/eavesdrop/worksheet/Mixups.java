package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.SealedLines;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Expectation.OfLine;
import eavesdrop.worksheet.Expectation.OfRecord;
import eavesdrop.worksheet.Expectation.SealedOf;
import java.util.List;
import java.util.stream.Stream;

/// Finds the right thing in the wrong place: the line of a log where its frame is asked for, or the
/// reverse.
final class Mixups {
    private final Evidence evidence;
    private final SealedLines sealed;

    Mixups(Evidence evidence) {
        this.evidence = evidence;
        this.sealed = new SealedLines(evidence.tls(), evidence.operator());
    }

    /// A further sentence where that line of the operator's log holds what the blank asks a frame for;
    /// else nothing.
    String lineForFrame(Blank blank, long number) {
        boolean itsLine =
                blank.expected().stream().flatMap(this::records).anyMatch(record -> record.logLine() == number);
        return itsLine ? " Or: line " + number + " of the operator's log holds it, but asked for is the frame." : "";
    }

    /// A further sentence where that frame carries what the blank asks a line of the operator's log
    /// for; else nothing.
    String frameForLine(Blank blank, long number) {
        boolean itsFrame = blank.expected().stream()
                .flatMap(this::records)
                .flatMap(record -> frames(record).stream())
                .anyMatch(frame -> frame == number);
        return itsFrame ? " Or: frame " + number + " carries it, but asked for is the line of the operator's log." : "";
    }

    private Stream<OperatorRecord> records(Expectation expectation) {
        return switch (expectation) {
            case OfRecord of ->
                of.record().log() == RecordQuery.Log.OPERATOR ? of.record().in(evidence).stream() : Stream.of();
            case SealedOf of -> of.record().in(evidence).stream();
            case OfLine of ->
                of.line().in(evidence.lines()).stream()
                        .flatMap(line -> evidence.operator().stream().filter(record -> isOf(record, line)));
            default -> Stream.of();
        };
    }

    private List<Integer> frames(OperatorRecord record) {
        Stream<Integer> inClear =
                evidence.lines().stream().filter(line -> isOf(record, line)).flatMap(line -> line.frames().stream());
        Stream<Integer> inTls = sealed.of(record).stream().flatMap(carried -> carried.frames().stream());
        return Stream.concat(inClear, inTls).toList();
    }

    /// What a client announces or says stands at the end of its line.
    private static boolean isOf(OperatorRecord record, WireLine line) {
        String said = record.field(record.event().equals("key") ? "blob" : "text");
        return !said.isEmpty() && line.fromClient() && line.text().endsWith(" " + said);
    }
}
