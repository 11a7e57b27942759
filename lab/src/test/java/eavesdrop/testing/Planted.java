package eavesdrop.testing;

import eavesdrop.search.How;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// A message that carries a text in some form, made by encoders that the kit does not use to search.
///
/// @param bytes the message, with something before and behind the text
/// @param start where in it the text, or the compressed data that holds it, begins
/// @param length how many bytes of the message the text takes; 0 where it is compressed
/// @param how what a search should say
public record Planted(List<Byte> bytes, int start, int length, How how) {

    public byte[] message() {
        byte[] message = new byte[bytes.size()];
        for (int i = 0; i < message.length; i++) {
            message[i] = bytes.get(i);
        }
        return message;
    }

    /// Puts a text into every form. The same seed makes the same messages.
    public static List<Planted> all(String text, long seed, int longestKey) {
        Maker maker = new Maker(text, new Random(seed));
        maker.literal();
        maker.hex();
        maker.base64();
        maker.percent();
        maker.xor(longestKey);
        maker.rot();
        maker.compressed();
        return maker.planted;
    }

    /// Compresses bytes as HTTP servers do.
    public static byte[] gzip(byte[] content) {
        return Maker.pack(How.Packing.GZIP, content);
    }

    private static final class Maker {
        final List<Planted> planted = new ArrayList<>();
        final String text;
        final byte[] utf8;
        final Random random;

        Maker(String text, Random random) {
            this.text = text;
            this.utf8 = text.getBytes(StandardCharsets.UTF_8);
            this.random = random;
        }

        byte[] noise(int length) {
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            for (int i = 0; i < length; i++) {
                // Neither a digit of any encoding nor zero, so that the borders are sharp.
                noise[i] |= (byte) 0x80;
            }
            return noise;
        }

        void add(byte[] form, How how) {
            byte[] before = noise(random.nextInt(20));
            add(join(before, form, noise(random.nextInt(20))), before.length, form.length, how);
        }

        void add(byte[] message, int start, int length, How how) {
            List<Byte> bytes = new ArrayList<>();
            for (byte b : message) {
                bytes.add(b);
            }
            planted.add(new Planted(bytes, start, length, how));
        }

        void literal() {
            add(utf8, new How.Plain());
            add(text.getBytes(Charset.forName("UTF-16LE")), new How.Utf16(false));
            add(text.getBytes(Charset.forName("UTF-16BE")), new How.Utf16(true));
        }

        void hex() {
            String digits = HexFormat.of().formatHex(utf8);
            StringBuilder mixed = new StringBuilder();
            digits.chars().forEach(c -> mixed.append((char) (random.nextBoolean() ? Character.toUpperCase(c) : c)));
            for (String form : List.of(digits, digits.toUpperCase(Locale.ROOT), mixed.toString())) {
                add(ascii(form), new How.Hex(How.Spelling.COMPACT));
            }
            for (String between : List.of(" ", ":", "-", "\t", "/", ", ", "  ")) {
                HexFormat format = HexFormat.ofDelimiter(between).withUpperCase();
                add(ascii(format.formatHex(utf8)), new How.Hex(How.Spelling.SEPARATED));
                String prefixed = format.withPrefix("0x").formatHex(utf8);
                add(ascii(prefixed), new How.Hex(How.Spelling.PREFIXED));
            }
            add(ascii(HexFormat.of().withPrefix("\\x").formatHex(utf8)), new How.Hex(How.Spelling.ESCAPED));
            dump(13);
        }

        /// As `hexdump -C` writes it, 16 bytes in a line.
        void dump(int before) {
            byte[] bytes = join(noise(before), utf8, noise(16));
            StringBuilder dump = new StringBuilder("A dump:\n");
            int[] places = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                dump.append(i % 16 == 0 ? String.format(Locale.ROOT, "%08x ", i) : "")
                        .append(i % 8 == 0 ? "  " : " ");
                places[i] = dump.length() - 1;
                dump.append(HexFormat.of().toHexDigits(bytes[i]));
                if (i % 16 == 15) {
                    String letters = new String(bytes, i - 15, 16, StandardCharsets.ISO_8859_1);
                    dump.append("  |").append(letters.replaceAll("[^ -~]", ".")).append("|\n");
                }
            }
            int start = places[before] + 1;
            int length = places[before + utf8.length - 1] + 3 - start;
            add(ascii(dump.toString()), start, length, new How.Hex(How.Spelling.DUMP));
        }

        void base64() {
            for (int before = 0; before < 9; before++) {
                for (int behind = 0; behind < 3; behind++) {
                    base64(before, behind, false);
                    base64(before, behind, true);
                }
            }
        }

        void base64(int before, int behind, boolean url) {
            Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
            encoder = random.nextBoolean() ? encoder : encoder.withoutPadding();
            byte[] encoded = encoder.encode(join(noise(before), utf8, noise(behind)));
            byte[] noise = noise(random.nextInt(9));
            int start = before * 8 / 6;
            int end = Math.ceilDiv((before + utf8.length) * 8, 6);
            String form = new String(encoded, start, end - start, StandardCharsets.US_ASCII);
            // Digits that only one alphabet has are told apart; only those that are the text's alone count.
            boolean seen = url && form.substring(1, form.length() - 1).matches(".*[-_].*");
            add(join(noise, encoded, noise), noise.length + start, end - start, new How.Base64(before % 3, seen));
        }

        void percent() {
            for (int i = 0; i < 20; i++) {
                double share = i == 0 ? 1 : random.nextDouble();
                StringBuilder form = new StringBuilder();
                for (byte b : utf8) {
                    boolean plain = b > ' ' && b != '%' && random.nextDouble() > share;
                    form.append(plain ? String.valueOf((char) b) : percent(b));
                }
                if (form.indexOf("%") >= 0) {
                    add(ascii(form.toString()), new How.Percent());
                }
            }
        }

        String percent(byte b) {
            return String.format(Locale.ROOT, random.nextBoolean() ? "%%%02x" : "%%%02X", b);
        }

        void xor(int longestKey) {
            for (int key = 1; key < 256; key++) {
                xor(new byte[] {(byte) key});
            }
            for (int length = 2; length <= longestKey; length++) {
                for (int i = 0; i < 10; i++) {
                    byte[] key = new byte[length];
                    random.nextBytes(key);
                    key[0] = (byte) ~key[length - 1];
                    xor(key);
                }
            }
        }

        void xor(byte[] key) {
            byte[] form = utf8.clone();
            for (int i = 0; i < form.length; i++) {
                form[i] ^= key[i % key.length];
            }
            add(form, new How.Xor(shortest(HexFormat.of().formatHex(key))));
        }

        /// 5a5a is the key 5a.
        static String shortest(String key) {
            for (int length = 2; length < key.length(); length += 2) {
                if (key.length() % length == 0
                        && key.substring(0, length)
                                .repeat(key.length() / length)
                                .equals(key)) {
                    return key.substring(0, length);
                }
            }
            return key;
        }

        void rot() {
            for (int n = 1; n < 26; n++) {
                int shift = n;
                StringBuilder form = new StringBuilder();
                text.chars().forEach(c -> form.appendCodePoint(rot(c, shift)));
                add(form.toString().getBytes(StandardCharsets.UTF_8), new How.Rot(n));
            }
        }

        static int rot(int c, int n) {
            String alphabet = Character.isUpperCase(c) ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz";
            int at = alphabet.indexOf(c);
            return at < 0 ? c : alphabet.charAt((at + n) % 26);
        }

        void compressed() {
            for (int words : new int[] {0, 3, 400}) {
                String before = words(words);
                byte[] content = (before + text + words(words)).getBytes(StandardCharsets.UTF_8);
                for (How.Packing packing : How.Packing.values()) {
                    byte[] packed = pack(packing, content);
                    // In much data, raw deflate is only looked for where a line begins.
                    boolean isMuch = packing == How.Packing.DEFLATE && words == 400;
                    byte[] front = isMuch ? ascii("Data follows:\n") : noise(11);
                    How how = new How.Compressed(packing, before.length(), new How.Plain());
                    add(join(front, packed, noise(5)), front.length, 0, how);
                }
            }
        }

        String words(int count) {
            StringBuilder words = new StringBuilder();
            for (int i = 0; i < count; i++) {
                words.append(random.nextInt(100_000)).append(" green bottles. ");
            }
            return words.toString();
        }

        static byte[] pack(How.Packing packing, byte[] content) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = switch (packing) {
                case GZIP -> new GZIPOutputStream(packed);
                case ZLIB -> new DeflaterOutputStream(packed);
                case DEFLATE -> new DeflaterOutputStream(packed, new Deflater(9, true));
            }) {
                out.write(content);
            } catch (IOException inMemory) {
                throw new IllegalStateException(inMemory);
            }
            return packed.toByteArray();
        }

        static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        static byte[] join(byte[]... parts) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (byte[] part : parts) {
                joined.writeBytes(part);
            }
            return joined.toByteArray();
        }
    }
}
