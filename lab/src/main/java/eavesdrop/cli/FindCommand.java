package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.Search;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.printing.FindJson;
import eavesdrop.printing.FindPrinter;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw find PCAP TEXT`: where a text crosses the wire.
@Command(
        name = "find",
        description = {
            "Where a text crosses the wire, in whatever form.",
            "It is found in TCP streams, also split across segments, sent again or out of order: as it is, in UTF-16,"
                    + " hexadecimal digits, base64, percent-encoding, gzip, zlib or deflate, under XOR with a short key or"
                    + " under ROT-n. Digits may be broken into lines, as in a hex dump or in mail.",
            "Exit status 0: it was found. 1: it was not found, and the last lines say what was searched and what could"
                    + " not be."
        },
        sortOptions = false)
final class FindCommand implements Callable<Integer> {

    /// Nanoseconds between two lines of progress.
    private static final long BETWEEN_NEWS = 2_000_000_000L;

    private final Console console;
    private long told = System.nanoTime();

    @Parameters(index = "0", paramLabel = "PCAP", description = "A capture file, - or TCP@HOST:PORT.")
    private String capture = "";

    @Parameters(
            index = "1",
            paramLabel = "TEXT",
            description = "The text, exactly; capitals matter. Put -- before PCAP where it begins with a -.")
    private String text = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    FindCommand(Console console) {
        this.console = console;
    }

    FindCommand(Console console, String capture, String text) {
        this.console = console;
        this.capture = capture;
        this.text = text;
    }

    @Override
    public Integer call() {
        if (text.isEmpty()) {
            throw LabException.usage("An empty text is everywhere.", "Say which text to look for.");
        }
        CaptureSource source = CaptureSource.of(capture);
        Search search = search(source);
        if (json) {
            console.json(FindJson.of(source.name(), text, search));
        } else {
            new FindPrinter(console).print(search, text);
        }
        return (search.count() == 0 ? ExitStatus.WRONG : ExitStatus.OK).code();
    }

    private void tellProgress(int packets) {
        long now = System.nanoTime();
        if (now - told > BETWEEN_NEWS) {
            told = now;
            console.note(console.dim("… " + packets + " packets read"));
        }
    }

    /// One thread reads the capture and puts the streams together, another searches them.
    private Search search(CaptureSource source) {
        try (CaptureReader reader = source.open();
                ExecutorService searching = Beside.open()) {
            return Search.of(reader, text, searching, this::tellProgress);
        }
    }
}
