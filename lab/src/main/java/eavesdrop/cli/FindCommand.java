package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.evidence.Search;
import eavesdrop.evidence.Sighting;
import eavesdrop.pcap.CaptureReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw find PCAP TEXT`: where a text crosses the wire.
@Command(
        name = "find",
        description = {
            "Where a text crosses the wire, also when it is split across segments.",
            "Exit status 0: it was found. 1: it was not found, and the last line says how much was searched."
        },
        sortOptions = false)
final class FindCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "PCAP", description = "A capture file, - or TCP@HOST:PORT.")
    private String capture = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "The text, exactly; capitals matter.")
    private String text = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    FindCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (text.isEmpty()) {
            throw LabException.usage("An empty text is everywhere.", "Say which text to look for.");
        }
        CaptureSource source = CaptureSource.of(capture);
        try (CaptureReader reader = source.open()) {
            Search search = Search.of(reader, text);
            if (json) {
                console.json(json(source.name(), search));
            } else {
                print(search);
            }
            return (search.sightings().isEmpty() ? ExitStatus.WRONG : ExitStatus.OK).code();
        }
    }

    private void print(Search search) {
        if (!search.sightings().isEmpty()) {
            console.print(console.bold(row("frame", "stream", "offset", "offset in frame", "from → to", "how")));
            search.sightings().forEach(sighting -> console.print(row(sighting)));
        }
        console.note(searched(search));
        search.limits().forEach(limit -> console.note("Note: " + limit));
    }

    private static String row(Sighting sighting) {
        return row(
                sighting.frame(),
                sighting.stream(),
                sighting.streamOffset(),
                sighting.frameOffset() < 0 ? "in fragments" : sighting.frameOffset(),
                sighting.from() + " → " + sighting.to(),
                how(sighting));
    }

    private static String row(Object... columns) {
        return String.format(Locale.ROOT, "%7s  %6s  %10s  %15s  %-45s  %s", columns);
    }

    private static String how(Sighting sighting) {
        String frames = sighting.frames().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String spread = sighting.frames().size() > 1 ? ", across frames " + frames : "";
        return switch (sighting.how()) {
            case Sighting.How.Plain _ -> "plain" + spread;
            case Sighting.How.Again _ -> "plain, in bytes that were sent again";
        };
    }

    private static String searched(Search search) {
        String found = search.sightings().isEmpty()
                ? "Not found"
                : "Found " + search.sightings().size() + " times";
        String lacking = search.gaps() == 0
                ? ""
                : " " + search.missing() + " bytes in " + search.gaps()
                        + " gaps are not in the capture: it could be there.";
        return found + " in " + search.bytes() + " bytes of " + search.streams() + " TCP streams." + lacking;
    }

    private Map<String, Object> json(String name, Search search) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("capture", name);
        json.put("text", text);
        json.put("found", !search.sightings().isEmpty());
        json.put("sightings", search.sightings().stream().map(FindCommand::json).toList());
        json.put("searchedBytes", search.bytes());
        json.put("searchedBytesSentAgain", search.repeated());
        json.put("searchedStreams", search.streams());
        json.put("gaps", search.gaps());
        json.put("missingBytes", search.missing());
        json.put("limits", search.limits());
        return json;
    }

    private static Map<String, Object> json(Sighting sighting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("frame", sighting.frame());
        json.put("frames", sighting.frames());
        json.put("stream", sighting.stream());
        json.put("offset", sighting.streamOffset());
        json.put("frameOffset", sighting.frameOffset());
        json.put("from", sighting.from().toString());
        json.put("to", sighting.to().toString());
        json.put("fromClient", sighting.fromClient());
        json.put("time", sighting.time().toString());
        json.put(
                "how",
                switch (sighting.how()) {
                    case Sighting.How.Plain _ -> "plain";
                    case Sighting.How.Again _ -> "again";
                });
        return json;
    }
}
