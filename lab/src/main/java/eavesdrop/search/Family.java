package eavesdrop.search;

/// A family of forms, as a person calls it.
public enum Family {
    UTF8("UTF-8"),
    UTF16("UTF-16"),
    HEX("hexadecimal digits"),
    BASE64("base64 and base64url"),
    PERCENT("percent-encoding"),
    XOR("XOR"),
    ROT("ROT-1 to ROT-25"),
    COMPRESSED("gzip, zlib and deflate");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
