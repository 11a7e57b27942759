package eavesdrop.chat.log;

import eavesdrop.chat.protocol.Printable;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/// One thing that happened, as one line of JSON (RFC 8259), UTF-8.
///
/// The order of the fields is fixed, so that a person finds them: time, seq, then what the writer adds. Text
/// stands there as it came, but a character that steers a terminal is written as `\u001b`: whoever looks at
/// the log with `cat` is safe.
public final class JsonLine {
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final JsonFactory json =
            JsonFactory.builder().characterEscapes(new Harmless()).build();

    /// The line with its LF.
    ///
    /// @param sequence the writer's own count, from 1
    /// @param fields adds the other fields
    public byte[] of(Instant time, long sequence, Consumer<JsonGenerator> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("time", MICROSECONDS.format(time));
            out.writeNumberProperty("seq", sequence);
            fields.accept(out);
            out.writeEndObject();
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /// Adds fields whose values are text.
    public static void strings(JsonGenerator out, String... namesAndValues) {
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
