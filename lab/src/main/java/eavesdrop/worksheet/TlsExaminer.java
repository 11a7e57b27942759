package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.SealedLines;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.evidence.TlsHello;
import eavesdrop.evidence.TlsRecords;
import eavesdrop.worksheet.Answer.Bytes;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Answer.FrameNumber;
import eavesdrop.worksheet.Expectation.HelloOf;
import eavesdrop.worksheet.Expectation.LogLineOf;
import eavesdrop.worksheet.Expectation.OfTls;
import eavesdrop.worksheet.Expectation.SealedOf;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import eavesdrop.worksheet.LineQuery.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts expectations to the TLS connections of the capture. Whose connection it is, the operator's log tells.
final class TlsExaminer {
    private final Evidence evidence;
    private final OperatorExaminer operator;
    private final SealedLines sealed;

    TlsExaminer(Evidence evidence) {
        this.evidence = evidence;
        this.operator = new OperatorExaminer(evidence);
        this.sealed = new SealedLines(evidence.tls(), evidence.operator());
    }

    Finding ask(OfTls expectation) {
        RecordQuery query = expectation.record();
        List<OperatorRecord> records = query.in(evidence);
        if (records.isEmpty()) {
            return operator.ask(new LogLineOf(query));
        }
        List<Known> known = records.stream()
                .flatMap(record -> answer(expectation, record).stream())
                .toList();
        return known.isEmpty() ? new Missing(absence()) : merged(known);
    }

    private String absence() {
        return evidence.tls().isEmpty()
                ? "This capture holds no TLS connection. Start the lab with its scenario, as the worksheet says, and play."
                : "The capture does not hold the TLS connection of that person, or not from its beginning: capture and"
                        + " operator's log are of different runs. Start the lab again, and play once.";
    }

    private Optional<Known> answer(OfTls expectation, OperatorRecord record) {
        return switch (expectation) {
            case HelloOf of -> sealed.connection(record).flatMap(connection -> hello(of, connection));
            case SealedOf of -> sealed.of(record).map(carried -> sealed(of, carried));
        };
    }

    private static Optional<Known> hello(HelloOf of, TlsConnection connection) {
        TlsConnection.Side side = of.end() == End.CLIENT ? connection.fromClient() : connection.fromServer();
        Optional<Carried> carrier = side.records().stream()
                .filter(carried -> carried.record().type() == TlsRecords.Type.HANDSHAKE)
                .findFirst();
        if (side.hello().isEmpty() || carrier.isEmpty()) {
            return Optional.empty();
        }
        TlsHello hello = side.hello().get();
        return Optional.of(
                switch (of.part()) {
                    case FRAME -> frames(carrier.get());
                    case OLD_VERSION -> known(numbers(List.of(hello.legacyVersion())), carrier.get());
                    case VERSION -> known(numbers(hello.versions()), carrier.get());
                    case CIPHER -> known(numbers(hello.cipherSuites()), carrier.get());
                    case RANDOM -> known(new Bytes(hello.random()), carrier.get());
                });
    }

    private Known sealed(SealedOf of, Carried carried) {
        return switch (of.part()) {
            case FRAME -> frames(carried);
            case LENGTH -> known(new Count(carried.record().length()), carried);
            case WHOLE -> known(new Count(carried.record().length() + (long) TlsRecords.HEADER), carried);
            case FRAME_LENGTH -> known(new Count(frameLength(carried.frame())), carried);
        };
    }

    private long frameLength(int number) {
        return evidence.frame(number)
                .map(frame -> (long) frame.payloadOffset() + frame.length())
                .orElse(0L);
    }

    private static Known known(Answer answer, Carried carried) {
        return new Known(Accepted.only(answer), List.of(carried.frame()));
    }

    /// The frame in which Wireshark shows the record; one that carries a part of it is right, too.
    private static Known frames(Carried carried) {
        List<Accepted> accepted = new ArrayList<>();
        accepted.add(Accepted.plainly(new FrameNumber(carried.frame())));
        carried.frames().stream()
                .filter(frame -> frame != carried.frame())
                .map(frame -> new Accepted(
                        new FrameNumber(frame),
                        "the TLS record begins in frame " + frame + " and is whole in frame " + carried.frame()))
                .forEach(accepted::add);
        return new Known(List.copyOf(accepted), List.of(carried.frame()));
    }

    private static Bytes numbers(List<Integer> numbers) {
        return new Bytes(numbers.stream().map("%04x"::formatted).collect(Collectors.joining()));
    }

    private static Known merged(List<Known> several) {
        return new Known(
                several.stream().flatMap(known -> known.accepted().stream()).toList(),
                several.stream().flatMap(known -> known.frames().stream()).toList());
    }
}
