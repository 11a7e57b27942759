package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.FollowedStream;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.Ending;
import eavesdrop.printing.FollowPrinter;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/// `labw follow PCAP --stream N`: the bytes of one stream, as Wireshark's Follow shows them.
@Command(
        name = "follow",
        description = {
            "The bytes of one TCP stream, as Wireshark's Follow shows them.",
            "Lines of the client begin with →, those of the server with ←. With --raw nothing is added or changed."
        },
        sortOptions = false)
final class FollowCommand implements Callable<Integer> {
    enum From {
        CLIENT,
        SERVER
    }

    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "PCAP",
            description = "A capture file, - for standard input, or TCP@HOST:PORT. Default: the lab's own capture.")
    private @Nullable String capture;

    @Option(
            names = {"-s", "--stream"},
            required = true,
            paramLabel = "N",
            description = "Which one, as Wireshark counts (tcp.stream), from 0.")
    private int stream;

    @Option(names = "--from", paramLabel = "client|server", description = "Only what this side sent.")
    private @Nullable From from;

    @Option(names = "--raw", description = "The bytes themselves, for a file or a pipe. Gaps are left out.")
    private boolean raw;

    @Option(names = "--json", description = "Print JSON: each piece with its frame, its bytes in hexadecimal digits.")
    private boolean json;

    FollowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CaptureSource source = CaptureSource.of(capture);
        try (CaptureReader reader = source.open()) {
            if (json) {
                console.json(generator -> followAsJson(source, reader, generator));
            } else if (raw) {
                follow(source, reader, new RawPieces());
            } else {
                FollowPrinter printer = new FollowPrinter(console);
                follow(source, reader, printer);
                printer.finish();
            }
        }
        return ExitStatus.OK.code();
    }

    /// Nothing is printed where there is no such stream.
    private void followAsJson(CaptureSource source, CaptureReader reader, JsonGenerator json) {
        JsonPieces pieces = new JsonPieces(json);
        follow(source, reader, pieces);
        pieces.begin();
        json.writeEndArray();
    }

    private void follow(CaptureSource source, CaptureReader reader, FollowedStream.Listener listener) {
        FollowedStream followed = FollowedStream.follow(reader, stream, new OneSide(listener))
                .orElseThrow(() -> noSuchStream(source, reader.ending()));
        followed.limits().forEach(limit -> console.note("Note: " + limit));
    }

    /// Of a damaged capture nobody can say what it lacks: then the file is what cannot be used.
    private LabException noSuchStream(CaptureSource source, Ending ending) {
        String what = "There is no stream " + stream + " in " + source.name();
        String remedy = "See which there are: ./labw streams " + source.name();
        return switch (ending) {
            case Ending.Complete _ -> LabException.usage(what + ".", remedy);
            case Ending.Cut _, Ending.Damaged _ ->
                LabException.file(what + ", which is damaged and could not be read to its end.", remedy);
        };
    }

    private boolean wanted(boolean fromClient) {
        return from == null || (from == From.CLIENT) == fromClient;
    }

    /// Lets through what the chosen side sent.
    private final class OneSide implements FollowedStream.Listener {
        private final FollowedStream.Listener listener;

        OneSide(FollowedStream.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void bytes(boolean fromClient, int frame, byte[] bytes) {
            if (wanted(fromClient)) {
                listener.bytes(fromClient, frame, bytes);
            }
        }

        @Override
        public void gap(boolean fromClient, long length) {
            if (wanted(fromClient)) {
                listener.gap(fromClient, length);
            }
        }
    }

    private final class RawPieces implements FollowedStream.Listener {
        @Override
        public void bytes(boolean fromClient, int frame, byte[] bytes) {
            console.bytes(bytes);
        }

        @Override
        public void gap(boolean fromClient, long length) {
            console.note("Note: " + length + " bytes are missing in the capture here.");
        }
    }

    /// Writes each piece when it comes: a stream may be longer than the memory.
    private static final class JsonPieces implements FollowedStream.Listener {
        private final JsonGenerator json;
        private boolean begun;

        JsonPieces(JsonGenerator json) {
            this.json = json;
        }

        void begin() {
            if (!begun) {
                json.writeStartArray();
                begun = true;
            }
        }

        @Override
        public void bytes(boolean fromClient, int frame, byte[] bytes) {
            begin();
            json.writeStartObject();
            json.writeStringProperty("from", side(fromClient));
            json.writeNumberProperty("frame", frame);
            json.writeStringProperty("hex", HexFormat.of().formatHex(bytes));
            json.writeEndObject();
        }

        @Override
        public void gap(boolean fromClient, long length) {
            begin();
            json.writeStartObject();
            json.writeStringProperty("from", side(fromClient));
            json.writeNumberProperty("missingBytes", length);
            json.writeEndObject();
        }

        private static String side(boolean fromClient) {
            return fromClient ? "client" : "server";
        }
    }
}
