package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.chat.log.OperatorWords;
import eavesdrop.chat.protocol.Printable;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.printing.Mask;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw operator [LOG]`: the operator's view, the same conversation from the server's own records.
@Command(
        name = "operator",
        description = "The operator's view: the same conversation, from the server's own records.",
        sortOptions = false)
final class OperatorCommand implements Callable<Integer> {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "LOG", description = "An operator.jsonl. Default: the lab's own.")
    private @Nullable Path log;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(
            names = "--spoil",
            description = "Show your own codewords, too, before worksheet 2 is right. That is kept like a hint.")
    private boolean spoil;

    OperatorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OperatorLog records = OperatorLog.read(file());
        Mask mask = Mask.ofStudent(LabFiles.progress(), LabFiles.ticket(), spoil);
        mask.prepare();
        if (json) {
            console.json(
                    records.records().stream().map(record -> json(record, mask)).toList());
        } else {
            console.print(console.bold(row("time", "record", "what")));
            records.records().forEach(record -> print(record, mask));
        }
        mask.tell(console);
        records.limits().forEach(limit -> console.note("Note: " + limit));
        return ExitStatus.OK.code();
    }

    private Path file() {
        if (log != null) {
            return log;
        }
        return LabFiles.operatorLog()
                .orElseThrow(() -> LabException.file(
                        "There is no operator log yet in " + LabFiles.settings().data() + ".",
                        "Start the lab with './labw up' and let it talk with './labw play 2', or name a log file."));
    }

    private void print(OperatorRecord record, Mask mask) {
        String time = LocalTime.ofInstant(record.time(), ZoneId.systemDefault()).format(CLOCK);
        console.print(row(time, String.valueOf(record.sequence()), mask.text(words(record))));
    }

    private static String row(String time, String record, String what) {
        return String.format(Locale.ROOT, "%-12s  %6s  %s", time, record, what);
    }

    private String words(OperatorRecord record) {
        OperatorWords words = new OperatorWords(console::bold, console::yellow);
        String from = record.field("from");
        String text = record.field("text");
        return switch (record.event()) {
            case "started" -> words.started(record.field("port"));
            case "joined" -> words.joined(from, record.field("address"));
            case "left" -> words.left(from, record.field("reason"));
            case "said" -> words.said(from, text);
            case "told" -> words.told(from, record.field("to"), text);
            case "key" -> words.keyAnnounced(from, record.field("blob"));
            case "refused" ->
                words.refused(from.isEmpty() ? record.field("address") : from, record.field("code"), text);
            case "stopped" -> words.stopped();
            default -> Printable.of(record.event() + " " + record.fields());
        };
    }

    private static Map<String, Object> json(OperatorRecord record, Mask mask) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("logLine", record.logLine());
        json.put("time", record.time().toString());
        json.put("seq", record.sequence());
        json.put("event", record.event());
        record.fields().forEach((name, value) -> json.put(name, mask.text(value)));
        return json;
    }
}
