package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.Answer.Choices;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Answer.FrameNumber;
import eavesdrop.worksheet.Answer.LogLine;
import eavesdrop.worksheet.Answer.Order;
import eavesdrop.worksheet.Expectation.ChoicesOf;
import eavesdrop.worksheet.Expectation.FramesWith;
import eavesdrop.worksheet.Expectation.LogLineOf;
import eavesdrop.worksheet.Expectation.LogLinesWith;
import eavesdrop.worksheet.Expectation.OfLine;
import eavesdrop.worksheet.Expectation.OfRecord;
import eavesdrop.worksheet.Expectation.OfTls;
import eavesdrop.worksheet.Expectation.OrderOf;
import eavesdrop.worksheet.Expectation.Outside;
import eavesdrop.worksheet.Expectation.Sought;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import eavesdrop.worksheet.Finding.NotHere;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Puts expectations to the evidence: each to the examiner of its kind, and those of several kinds by what each of
/// them gives.
final class Examiner {
    private final Evidence evidence;
    private final LineExaminer lines;
    private final OperatorExaminer operator;
    private final TlsExaminer tls;

    Examiner(Evidence evidence) {
        this.evidence = evidence;
        this.lines = new LineExaminer(evidence);
        this.operator = new OperatorExaminer(evidence);
        this.tls = new TlsExaminer(evidence);
    }

    Finding ask(Expectation expectation) {
        return switch (expectation) {
            case OfLine ofLine -> lines.ask(ofLine);
            case OfRecord ofRecord -> operator.ask(ofRecord);
            case OfTls ofTls -> tls.ask(ofTls);
            case Sought sought -> sought(sought);
            case OrderOf order -> order(order);
            case ChoicesOf choices -> choices(choices);
            case Outside(String why) -> new NotHere(why);
        };
    }

    /// The options by the place of their first frame or log line.
    private Finding order(OrderOf order) {
        TreeMap<Long, String> places = new TreeMap<>();
        for (Map.Entry<String, Expectation> step : order.steps().entrySet()) {
            Finding finding = ask(step.getValue());
            if (!(finding instanceof Known known)) {
                return finding;
            }
            places.put(place(known.plainest()), step.getKey());
        }
        if (places.size() < order.steps().size()) {
            return new Missing("Two of these stand in one frame, so they have no order.");
        }
        List<Integer> rests = places.keySet().stream().map(Long::intValue).toList();
        List<Accepted> accepted = Accepted.only(new Order(List.copyOf(places.values())));
        Set<RecordQuery.Log> logs = order.steps().values().stream()
                .filter(OfRecord.class::isInstance)
                .map(step -> ((OfRecord) step).record().log())
                .collect(Collectors.toSet());
        if (logs.isEmpty()) {
            return new Known(accepted, rests);
        }
        return logs.contains(RecordQuery.Log.OPERATOR)
                ? new Known(accepted, List.of(), rests)
                : new Known(accepted, List.of(), List.of(), RecordQuery.Log.MALLORY.lines(rests));
    }

    private static long place(Answer answer) {
        return switch (answer) {
            case FrameNumber(long number) -> number;
            case LogLine(long number) -> number;
            default -> throw new IllegalArgumentException("no place in an order: " + answer);
        };
    }

    /// A text that is nowhere is an answer, where what it was said in is there.
    private Finding sought(Sought sought) {
        Finding said = operator.ask(new LogLineOf(sought.record()));
        if (!(said instanceof Known)) {
            return said;
        }
        if (evidence.frames().isEmpty()) {
            return new Missing("The capture holds no TCP frame, so nothing could be found in it.");
        }
        return switch (sought) {
            case FramesWith(var _, String text) -> {
                List<Integer> frames = evidence.framesWith(text);
                String searched = frames.isEmpty()
                        ? "found in none of " + evidence.frames().size() + " frames"
                        : "";
                yield new Known(Accepted.only(new Count(frames.size())), frames, List.of(), searched);
            }
            case LogLinesWith(RecordQuery record, String text) -> operator.linesWith(record.log(), text);
        };
    }

    /// Rests on all that its options rest on.
    private Finding choices(ChoicesOf choices) {
        List<String> apply = new ArrayList<>();
        Set<Integer> frames = new TreeSet<>();
        Set<Integer> logLines = new TreeSet<>();
        Set<String> besides = new LinkedHashSet<>();
        for (Map.Entry<String, Expectation> option : choices.options().entrySet()) {
            Finding finding = ask(option.getValue());
            if (!(finding instanceof Known known)) {
                return finding;
            }
            if (!known.plainest().equals(new Count(0))) {
                apply.add(option.getKey());
            }
            frames.addAll(known.frames());
            logLines.addAll(known.logLines());
            besides.add(known.besides());
        }
        besides.remove("");
        return new Known(
                Accepted.only(new Choices(apply)),
                List.copyOf(frames),
                List.copyOf(logLines),
                String.join(", ", besides));
    }
}
