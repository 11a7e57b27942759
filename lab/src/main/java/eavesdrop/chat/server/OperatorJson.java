package eavesdrop.chat.server;

import eavesdrop.chat.protocol.Printable;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// An entry as one line of JSON (RFC 8259), UTF-8.
///
/// The order of the fields is fixed, so that a person finds them: time, seq, event, then what the event has. The
/// text stands there as it came, but a character that steers a terminal is written as `\u001b`: whoever looks at
/// the log with `cat` is safe.
final class OperatorJson {
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final JsonFactory json =
            JsonFactory.builder().characterEscapes(new Harmless()).build();

    /// The line with its LF.
    byte[] line(OperatorEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("time", MICROSECONDS.format(entry.time()));
            out.writeNumberProperty("seq", entry.sequence());
            fields(out, entry.event());
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void fields(JsonGenerator out, OperatorEvent event) {
        switch (event) {
            case OperatorEvent.Started(int port) -> {
                strings(out, "event", "started");
                out.writeNumberProperty("port", port);
            }
            case OperatorEvent.Joined(var from, var address) ->
                strings(out, "event", "joined", "from", from.text(), "address", address);
            case OperatorEvent.Left(var from, var reason) ->
                strings(out, "event", "left", "from", from.text(), "reason", reason.word());
            case OperatorEvent.Said(var from, var text) ->
                strings(out, "event", "said", "from", from.text(), "text", text);
            case OperatorEvent.Told(var from, var to, var text) ->
                strings(out, "event", "told", "from", from.text(), "to", to.text(), "text", text);
            case OperatorEvent.KeyAnnounced(var from, var blob) ->
                strings(out, "event", "key", "from", from.text(), "blob", blob);
            case OperatorEvent.Refused(var who, boolean named, var code, var text) ->
                strings(out, "event", "refused", named ? "from" : "address", who, "code", code.wire(), "text", text);
            case OperatorEvent.Stopped() -> strings(out, "event", "stopped");
        }
    }

    private static void strings(JsonGenerator out, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            out.writeStringProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    /// Escapes what `Printable` would replace.
    private static final class Harmless extends CharacterEscapes {
        private final int[] ascii = standardAsciiEscapesForJSON();

        Harmless() {
            ascii[0x7F] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            // Halves of a character beyond U+FFFF come one by one; together they are fine.
            boolean half = character <= Character.MAX_VALUE && Character.isSurrogate((char) character);
            return half || Printable.isPrintable(Character.toString(character))
                    ? null
                    : new SerializedString(String.format("\\u%04x", character));
        }
    }
}
