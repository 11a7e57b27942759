package eavesdrop.printing;

import eavesdrop.search.How;
import java.util.LinkedHashMap;
import java.util.Map;

/// The forms in which a text is found, in words and as JSON.
final class HowText {
    private HowText() {}

    static String words(How how) {
        return switch (how) {
            case How.Plain() -> "plain";
            case How.Utf16(boolean bigEndian) -> "UTF-16, " + (bigEndian ? "big" : "little") + "-endian";
            case How.Hex(How.Spelling written) -> "hexadecimal digits" + spelling(written);
            case How.Base64(int alignment, boolean url) -> (url ? "base64url" : "base64") + ", alignment " + alignment;
            case How.Percent() -> "percent-encoded";
            case How.Xor(String key) -> "XOR with key 0x" + key;
            case How.Rot(int n) -> "ROT-" + n;
            case How.Compressed(How.Packing packing, long offset, How inside) ->
                "in " + packing(packing) + " data, at offset " + offset + " when unpacked: " + words(inside);
        };
    }

    private static String spelling(How.Spelling written) {
        return switch (written) {
            case COMPACT -> "";
            case SEPARATED -> " with separators";
            case PREFIXED -> " written 0x..";
            case ESCAPED -> " written \\x..";
            case DUMP -> " as in a hex dump";
        };
    }

    private static String packing(How.Packing packing) {
        return switch (packing) {
            case GZIP -> "gzip";
            case ZLIB -> "zlib";
            case DEFLATE -> "deflate";
        };
    }

    /// `how` names the form, the other keys what belongs to it.
    static Map<String, Object> json(How how) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (how) {
            case How.Plain() -> json.put("how", "plain");
            case How.Utf16(boolean bigEndian) -> json.put("how", bigEndian ? "utf-16be" : "utf-16le");
            case How.Hex(How.Spelling written) -> {
                json.put("how", "hex");
                json.put("written", written.name().toLowerCase(java.util.Locale.ROOT));
            }
            case How.Base64(int alignment, boolean url) -> {
                json.put("how", url ? "base64url" : "base64");
                json.put("alignment", alignment);
            }
            case How.Percent() -> json.put("how", "percent");
            case How.Xor(String key) -> {
                json.put("how", "xor");
                json.put("key", key);
            }
            case How.Rot(int n) -> {
                json.put("how", "rot");
                json.put("n", n);
            }
            case How.Compressed(How.Packing packing, long offset, How inside) -> {
                json.put("how", packing(packing));
                json.put("unpackedOffset", offset);
                json.put("inside", json(inside));
            }
        }
        return json;
    }
}
