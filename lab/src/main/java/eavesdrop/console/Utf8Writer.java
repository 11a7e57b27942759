package eavesdrop.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// Writes text as UTF-8, whole strings at a time.
///
/// `OutputStreamWriter` encodes letter by letter as soon as one of them is not in Latin-1, as the arrows in our tables
/// are not; a table of a million rows then takes longer to write than to make.
final class Utf8Writer extends Writer {
    private static final int ROOM = 1 << 15;

    private final OutputStream out;
    private final byte[] waiting = new byte[ROOM];
    private int count;
    /// The first half of a character outside the Basic Multilingual Plane, whose second half has not come; or nothing.
    private String half = "";

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        String whole = half + text.substring(from, from + length);
        boolean cut = !whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1));
        int end = cut ? whole.length() - 1 : whole.length();
        half = whole.substring(end);
        write(whole.substring(0, end).getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        if (count + bytes.length > ROOM) {
            send();
        }
        if (bytes.length > ROOM) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, waiting, count, bytes.length);
            count += bytes.length;
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length));
    }

    private void send() throws IOException {
        out.write(waiting, 0, count);
        count = 0;
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        write(half.getBytes(StandardCharsets.UTF_8));
        flush();
        out.close();
    }
}
