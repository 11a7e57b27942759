package eavesdrop.evidence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The first message of one side of a TLS connection. It crosses in clear: anybody on the wire can read it
/// (RFC 8446, section 4.1).
///
/// @param random 32 bytes in hexadecimal; those of the client name a connection in a key log
/// @param legacyVersion the field Version, which says 1.2 even where 1.3 is meant (RFC 8446, section 4.1.2)
/// @param versions what the message offers (client) or has chosen (server, exactly one); `0x0304` is TLS 1.3
/// @param cipherSuites what is offered (client) or chosen (server, exactly one), as numbers of RFC 8446, appendix B.4
public record TlsHello(
        Side side, String random, int legacyVersion, List<Integer> versions, List<Integer> cipherSuites) {
    /// TLS 1.3, as it stands in the extension `supported_versions`.
    public static final int TLS_1_3 = 0x0304;

    private static final int SUPPORTED_VERSIONS = 43;

    /// Who says it. The handshake type on the wire (RFC 8446, section 4).
    public enum Side {
        CLIENT(1),
        SERVER(2);

        private final int type;

        Side(int type) {
            this.type = type;
        }
    }

    /// Whether the message is a ServerHello that has chosen TLS 1.3. The old version field says 1.2 in both
    /// versions; only `supported_versions` tells (RFC 8446, section 4.2.1).
    public boolean choosesTls13() {
        return side == Side.SERVER && versions.equals(List.of(TLS_1_3));
    }

    /// The hello that these bytes begin with.
    ///
    /// @param message a handshake message, from its type on
    /// @return nothing when it is another message, is cut, or its lengths do not fit
    static Optional<TlsHello> read(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message);
        try {
            int type = u8(in);
            ByteBuffer body = part(in, (u8(in) << 16) | u16(in));
            for (Side side : Side.values()) {
                if (side.type == type) {
                    return Optional.of(body(side, body));
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException cut) {
            return Optional.empty();
        }
    }

    private static TlsHello body(Side side, ByteBuffer in) {
        int legacyVersion = u16(in);
        byte[] random = new byte[32];
        in.get(random);
        skip(in, u8(in)); // the session ID
        List<Integer> suites = side == Side.CLIENT ? numbers(part(in, u16(in))) : List.of(u16(in));
        skip(in, side == Side.CLIENT ? u8(in) : 1); // the compression methods
        return new TlsHello(
                side,
                HexFormat.of().formatHex(random),
                legacyVersion,
                versions(side, in).orElse(List.of(legacyVersion)),
                suites);
    }

    private static Optional<List<Integer>> versions(Side side, ByteBuffer in) {
        ByteBuffer extensions = in.hasRemaining() ? part(in, u16(in)) : in;
        while (extensions.hasRemaining()) {
            int type = u16(extensions);
            ByteBuffer data = part(extensions, u16(extensions));
            if (type == SUPPORTED_VERSIONS) {
                return Optional.of(numbers(side == Side.CLIENT ? part(data, u8(data)) : data));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> numbers(ByteBuffer in) {
        List<Integer> numbers = new ArrayList<>();
        while (in.hasRemaining()) {
            numbers.add(u16(in));
        }
        return List.copyOf(numbers);
    }

    private static int u8(ByteBuffer in) {
        return in.get() & 0xFF;
    }

    private static int u16(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    private static void skip(ByteBuffer in, int bytes) {
        part(in, bytes);
    }

    private static ByteBuffer part(ByteBuffer in, int bytes) {
        if (bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = in.slice(in.position(), bytes);
        in.position(in.position() + bytes);
        return part;
    }
}
