package eavesdrop.cli;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.console.Table;
import eavesdrop.console.TableRow;
import eavesdrop.evidence.StreamSummaries;
import eavesdrop.evidence.StreamSummary;
import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.pcap.CaptureReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw streams PCAP`: one row for each TCP stream.
@Command(
        name = "streams",
        description = {
            "The TCP streams of a capture, one row each, numbered as Wireshark numbers them (tcp.stream).",
            "Bytes count once, however often they were sent. The SHA-256 of a direction is that of its bytes up to the first"
                    + " gap, which are all bytes where there is none."
        },
        sortOptions = false)
final class StreamsCommand implements Callable<Integer> {

    private static final TableRow ROW = new TableRow(6, -22, -22, 7, 7, 10, 10, 5, -64, -64);

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "PCAP",
            description = "A capture file, - for standard input, or TCP@HOST:PORT. Default: the lab's own capture.")
    private @Nullable String capture;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StreamsCommand(Console console) {
        this.console = console;
    }

    StreamsCommand(Console console, String capture) {
        this.console = console;
        this.capture = capture;
    }

    @Override
    public Integer call() {
        CaptureSource source = CaptureSource.of(capture);
        try (CaptureReader reader = source.open();
                ExecutorService digester = Beside.open()) {
            StreamSummaries summaries = StreamSummaries.of(reader, digester);
            if (json) {
                console.json(json(source.name(), summaries));
            } else {
                print(summaries);
            }
        }
        return ExitStatus.OK.code();
    }

    private void print(StreamSummaries summaries) {
        Table table = new Table(
                console,
                ROW,
                "stream",
                "client",
                "server",
                "frames→",
                "frames←",
                "bytes→",
                "bytes←",
                "gaps",
                "SHA-256→",
                "SHA-256←");
        table.printHeadings();
        console.print(summaries.streams().map(stream -> row(table, stream)));
        summaries.limits().forEach(limit -> console.note("Note: " + limit));
    }

    private static String row(Table table, StreamSummary stream) {
        Half fromClient = stream.fromClient();
        Half fromServer = stream.fromServer();
        return table.row(
                stream.index(),
                stream.client(),
                stream.server(),
                fromClient.frames(),
                fromServer.frames(),
                fromClient.bytes(),
                fromServer.bytes(),
                fromClient.gaps() + fromServer.gaps(),
                fromClient.sha256(),
                fromServer.sha256());
    }

    private static Map<String, Object> json(String capture, StreamSummaries summaries) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("capture", capture);
        json.put("packets", summaries.packets());
        Iterable<Map<String, Object>> streams =
                () -> summaries.streams().map(StreamsCommand::json).iterator();
        json.put("streams", streams);
        json.put("limits", summaries.limits());
        return json;
    }

    private static Map<String, Object> json(StreamSummary stream) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stream", stream.index());
        json.put("client", stream.client().toString());
        json.put("server", stream.server().toString());
        json.put("fromClient", json(stream.fromClient()));
        json.put("fromServer", json(stream.fromServer()));
        return json;
    }

    private static Map<String, Object> json(Half half) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("frames", half.frames());
        json.put("bytes", half.bytes());
        json.put("contiguousBytes", half.contiguous());
        json.put("sha256", half.sha256());
        json.put("gaps", half.gaps());
        json.put("missingBytes", half.missing());
        json.put("firstGaps", half.firstGaps());
        return json;
    }
}
