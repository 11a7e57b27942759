package eavesdrop.printing;

import eavesdrop.evidence.ChatLine;
import eavesdrop.evidence.Conversation;
import eavesdrop.evidence.Meaning;
import eavesdrop.evidence.WireLine;
import eavesdrop.pcap.CaptureReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// What `reveal --json` prints.
///
///     {"capture": …, "lines": [
///        {"time": …, "frame": 8, "frames": [8], "stream": 0, "offset": 12, "frameOffset": 66,
///         "from": "172.18.0.3:40112", "to": …, "fromClient": true, "client": "alice", "line": "TELL bob hi",
///         "whole": true, "kind": "speech", "speaker": "alice", "whisperTo": "bob", "text": "hi", "copyOf": null}],
///      "packets": …, "streams": …, "limits": [ … ], "codewordsHidden": false}
///
/// The lines are printed as they are read, so that a conversation may be longer than the memory.
///
/// `kind` is `speech`, `formality` or `unclear`; `speaker`, `whisperTo` and `text` are null for the latter two.
public final class ChatJson {
    private static final JsonMapper COMPACT = JsonMapper.builder().build();

    private ChatJson() {}

    /// Reads a capture to its end and prints it.
    public static void print(JsonGenerator json, String capture, CaptureReader reader, Executor printing, Mask mask) {
        json.writeStartObject();
        json.writeStringProperty("capture", capture);
        json.writeArrayPropertyStart("lines");
        Conversation rest =
                Conversation.inParts(reader, printing, part -> part.forEach(line -> json.writePOJO(of(mask.of(line)))));
        json.writeEndArray();
        json.writeNumberProperty("packets", rest.packets());
        json.writeNumberProperty("streams", rest.streams());
        json.writePOJOProperty("limits", rest.limits());
        json.writeBooleanProperty("codewordsHidden", mask.hasHidden());
        json.writeEndObject();
    }

    public static String oneLine(ChatLine line) {
        return COMPACT.writeValueAsString(of(line));
    }

    private static Map<String, @org.jspecify.annotations.Nullable Object> of(ChatLine line) {
        WireLine wire = line.wire();
        Map<String, @org.jspecify.annotations.Nullable Object> json = new LinkedHashMap<>();
        json.put("time", wire.time().toString());
        json.put("frame", wire.frame());
        json.put("frames", wire.frames());
        json.put("stream", wire.stream());
        json.put("offset", wire.streamOffset());
        json.put("frameOffset", wire.frameOffset());
        json.put("from", wire.from().toString());
        json.put("to", wire.to().toString());
        json.put("fromClient", wire.fromClient());
        json.put("client", line.client());
        json.put("line", wire.text());
        json.put("whole", wire.whole());
        json.put("kind", kind(line.meaning()));
        Meaning.@org.jspecify.annotations.Nullable Speech speech =
                line.meaning() instanceof Meaning.Speech said ? said : null;
        json.put("speaker", speech == null ? null : speech.from());
        json.put("whisperTo", speech == null ? null : speech.to().orElse(null));
        json.put("text", speech == null ? null : speech.text());
        json.put("copyOf", line.copyOf().isPresent() ? line.copyOf().getAsInt() : null);
        return json;
    }

    private static String kind(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Speech _ -> "speech";
            case Meaning.Formality _ -> "formality";
            case Meaning.Unclear _ -> "unclear";
        };
    }
}
