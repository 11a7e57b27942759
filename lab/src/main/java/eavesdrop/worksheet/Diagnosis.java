package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
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
import eavesdrop.worksheet.Blank.WrongAnswer;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Verdict.Wrong;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what a wrong answer probably is. It says what the student looked at, never what the right answer is.
final class Diagnosis {
    private final Evidence evidence;
    private final Examiner examiner;
    private final FrameDiagnosis frames;
    private final Mixups mixups;

    Diagnosis(Evidence evidence, Examiner examiner) {
        this.evidence = evidence;
        this.examiner = examiner;
        this.frames = new FrameDiagnosis(evidence);
        this.mixups = new Mixups(evidence);
    }

    /// The verdict on an answer that is not right; part of the points where several things are asked for at once.
    ///
    /// @param of the points that a right answer gets
    Verdict judge(Blank blank, Answer answer, String typed, Known truth, int of) {
        return Parts.of(answer, truth.plainest())
                .flatMap(parts -> parts.partly(of))
                .<Verdict>map(partly -> partly)
                .orElseGet(() -> explain(blank, answer, typed, truth));
    }

    /// @param typed as the student typed it
    /// @param truth what would have been right
    private Wrong explain(Blank blank, Answer answer, String typed, Known truth) {
        List<Integer> named = answer instanceof FrameNumber(long number) ? frames.named(number) : List.of();
        String usual = usual(blank, answer);
        if (!usual.isEmpty()) {
            return new Wrong(usual, named);
        }
        return new Wrong(
                switch (answer) {
                    case FrameNumber(long number) -> frames.frame(number, truth) + mixups.lineForFrame(blank, number);
                    case Words(String text) -> words(text, blank, truth);
                    case Address(var ip) -> frames.address(ip.getHostAddress());
                    case Port(int number) -> frames.port(number);
                    case Flags(List<String> names) -> FrameDiagnosis.flags(names, truth);
                    case Offset(long bytes) -> frames.offset(bytes, typed, truth);
                    case LogLine(long number) -> logLine(number, blank) + mixups.frameForLine(blank, number);
                    case Bytes(String hex) -> bytes(hex, truth);
                    case Mac(String address) -> frames.mac(address);
                    case Choices _, Order _ ->
                        Parts.of(answer, truth.plainest()).map(Parts::means).orElseThrow();
                    case Count _ -> "That is another number than " + record(blank) + " shows.";
                    case Choice _ -> "The capture shows something else.";
                },
                named);
    }

    /// What usual mistakes the answer can come from. Nobody can tell which of several it was, so all are said.
    private String usual(Blank blank, Answer answer) {
        return blank.wrong().stream()
                .filter(wrong -> examiner.ask(wrong.is()) instanceof Known known
                        && known.accepting(answer).isPresent())
                .map(WrongAnswer::means)
                .distinct()
                .collect(Collectors.joining(" Or: "));
    }

    private String logLine(long number, Blank blank) {
        RecordQuery.Log log = blank.log().orElse(RecordQuery.Log.OPERATOR);
        List<OperatorRecord> records = log.in(evidence);
        return records.stream()
                .filter(record -> record.logLine() == number)
                .findFirst()
                .map(record -> "Line " + number + " of " + log.called + " holds " + held(record, blank))
                .orElseGet(() -> "There is no line " + number + " in " + log.called + "."
                        + (records.isEmpty()
                                ? ""
                                : " Its last one is " + records.getLast().logLine() + "."));
    }

    private String held(OperatorRecord record, Blank blank) {
        return blank.record()
                .filter(asked -> asked.all(evidence).contains(record))
                .map(asked -> "such a record, but it is not the "
                        + switch (asked.which()) {
                            case FIRST -> "first one. If the lab was played twice, the first time counts.";
                            case LAST -> "last one.";
                            case ANY -> "one that is meant.";
                        })
                .orElseGet(() -> "another record: its event is \"" + record.event() + "\"" + from(record) + ".");
    }

    private static String from(OperatorRecord record) {
        String from = record.field("from");
        return from.isEmpty() ? "" : ", from " + from;
    }

    /// What the question is about, as a person calls it.
    private static String record(Blank blank) {
        return blank.log().map(log -> log.called).orElse("your capture");
    }

    private static String bytes(String hex, Known truth) {
        String right = truth.plainest() instanceof Bytes(String pairs) ? pairs : "";
        if (hex.contains(right)) {
            return "There are more bytes than those that are asked for.";
        }
        return right.contains(hex) ? "There are bytes missing." : "Other bytes stand there.";
    }

    private String words(String text, Blank blank, Known truth) {
        String said = Typed.canonical(text);
        if (truth.plainest() instanceof Words(String right)
                && Typed.isCode(right)
                && Typed.code(text).equalsIgnoreCase(Typed.code(right))) {
            return "Capital and small letters count here, and some of them differ.";
        }
        if (truth.plainest() instanceof Words(String right) && said.contains(Typed.canonical(right))) {
            return "There is more in it than what is asked for.";
        }
        if (!said.isEmpty()
                && truth.plainest() instanceof Words(String right)
                && Typed.canonical(right).contains(said)) {
            return "That is only a part of it.";
        }
        List<String> lines = recorded(blank).map(Typed::canonical).toList();
        if (lines.stream().anyMatch(line -> line.contains(said))) {
            return "That text is in " + record(blank) + ", but it is not what is asked for.";
        }
        return lines.stream().anyMatch(line -> NearText.isIn(said, line))
                ? "Nearly that text is in " + record(blank) + ", but not quite: compare each letter."
                : "That text is nowhere in " + record(blank) + ".";
    }

    /// The texts of what the question is about.
    private Stream<String> recorded(Blank blank) {
        return blank.log()
                .map(log -> log.in(evidence).stream().flatMap(record -> record.fields().values().stream()))
                .orElseGet(() -> evidence.lines().stream().map(WireLine::text));
    }
}
