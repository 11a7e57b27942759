package eavesdrop.worksheet;

import eavesdrop.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Reads the text files that people edit: worksheets, check files, casts, tickets.
///
/// A byte order mark, the line ends of any system and the characters of an old Windows editor are taken
/// as meant. What is no text, or far larger than such a file can be, is refused in a clear sentence.
public final class TextFile {
    private static final int LARGEST_BYTES = 1 << 20;

    private TextFile() {}

    /// The text with LF line ends and no byte order mark.
    ///
    /// @throws LabException when there is no such file, it cannot be read, it is larger than 1 MiB, or
    ///     it is no text
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw LabException.file(file + " is a folder.", "Give the file in it.");
        }
        if (!Files.exists(file)) {
            throw LabException.file("There is no file " + file + ".", "Check the name and the folder you are in.");
        }
        return decode(file, bytes(file));
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw LabException.file(
                        file + " is larger than 1 MiB, which no file of this kind is.",
                        "Give the right file, or take out what does not belong in it.");
            }
            return bytes;
        } catch (IOException failed) {
            throw LabException.file(file + " cannot be read.", "Check that you may read it: " + failed.getMessage());
        }
    }

    private static String decode(Path file, byte[] bytes) {
        if (beginsWith(bytes, "PK\3\4") || beginsWith(bytes, "{\\rtf")) {
            throw LabException.file(
                    file + " is a document of a word processor, or a zip.",
                    "Save it as plain text in UTF-8, or fill in the file that came with the kit in an editor.");
        }
        try {
            String text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return unified(text);
            }
        } catch (CharacterCodingException notUnicode) {
            Optional<String> older = OlderText.read(bytes);
            if (older.isPresent()) {
                return unified(older.get());
            }
        }
        throw LabException.file(
                file + " is not a text file.", "Open it in an editor and save it as text in UTF-8, or restore it.");
    }

    private static String unified(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean beginsWith(byte[] bytes, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    /// UTF-8, unless the byte order mark says UTF-16, as some editors on Windows save it.
    private static Charset charset(byte[] bytes) {
        boolean marked = bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe;
        return marked && (bytes[0] & 0xff) >= 0xfe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }
}
