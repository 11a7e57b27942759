package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A student's own secrets: the ID, and a seed from which all codewords follow.
///
/// It is kept in `student.yml`. Whoever knows the seed knows every codeword, so the seed that an
/// instructor issues cannot be computed from the ID; the seed that a student makes alone at home can.
///
/// @param id 1 to 64 ASCII letters, digits and `. _ - @ +`
/// @param seed 32 bytes, as 64 hexadecimal digits
public record Ticket(String id, String seed) {
    /// What the codewords of a lab are for: what the cast whispers, and what is whispered back.
    public static final List<String> PURPOSES = List.of("whisper", "reply");

    /// How many labs the ladder has.
    static final int LABS = 9;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");
    private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

    public Ticket {
        if (!isId(id)) {
            throw LabException.usage(
                    "\"" + id + "\" cannot be a student ID.",
                    "Use 1 to 64 letters from A to Z, digits, dots, dashes, underscores, @ or +, without spaces.");
        }
        if (!SEED.matcher(seed).matches()) {
            throw LabException.file(
                    "The seed of a ticket has 64 hexadecimal digits.", "Use the ticket as it was issued.");
        }
    }

    /// Whether this can be a student's ID.
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /// The ticket that a student makes alone at home: the seed is SHA-256 of the ID.
    public static Ticket alone(String id) {
        return new Ticket(id, HexFormat.of().formatHex(sha256("eavesdrop/alone/" + id)));
    }

    /// The ticket of someone who has none.
    public static Ticket guest() {
        return alone("guest");
    }

    /// Reads a ticket file.
    ///
    /// @throws LabException when the file is not there or is no ticket
    public static Ticket read(Path file) {
        return TicketFile.read(file);
    }

    /// Reads a ticket file, or gives the guest's ticket when there is no such file.
    public static Ticket readOrGuest(Path file) {
        return Files.exists(file) ? read(file) : guest();
    }

    /// The text of `student.yml` for this ticket.
    public String print() {
        return TicketFile.print(this);
    }

    /// The codeword for one purpose in one lab, for example `amber-otter-42`: two words and a number from 10 to
    /// 99, chosen by HMAC-SHA-256 (RFC 2104) of `lab/2/whisper` under the seed.
    public String codeword(int lab, String purpose) {
        byte[] mac = Hmac.sha256(HexFormat.of().parseHex(seed), "lab/" + lab + "/" + purpose);
        int number = 10 + ByteBuffer.wrap(mac).getChar(2) % 90;
        return WordList.ADJECTIVES.at(mac[0]) + "-" + WordList.THINGS.at(mac[1]) + "-" + number;
    }

    /// All codewords of a lab by purpose, in the order of `PURPOSES`.
    public Map<String, String> codewords(int lab) {
        Map<String, String> words = new LinkedHashMap<>();
        PURPOSES.forEach(purpose -> words.put(purpose, codeword(lab, purpose)));
        return words;
    }

    /// The codewords of all labs together.
    public Set<String> everyCodeword() {
        return IntStream.rangeClosed(1, LABS)
                .boxed()
                .flatMap(lab -> codewords(lab).values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
