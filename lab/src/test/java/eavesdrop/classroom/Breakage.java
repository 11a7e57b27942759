package eavesdrop.classroom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The ways in which a submission goes wrong, and the mark that each must get.
enum Breakage {
    EMPTY_FILE(Mark.EMPTY) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            return new byte[0];
        }
    },
    TEXT_NAMED_ZIP(Mark.NOT_A_ZIP) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            return "My worksheet is attached.".getBytes(StandardCharsets.UTF_8);
        }
    },
    CUT_OFF(Mark.DAMAGED) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            return Arrays.copyOf(zip, zip.length / 2);
        }
    },
    BROKEN_DIRECTORY(Mark.DAMAGED) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            byte[] broken = zip.clone();
            Arrays.fill(broken, ZipBytes.directory(zip), ZipBytes.directory(zip) + 4, (byte) 0);
            return broken;
        }
    },
    WRONG_CHECKSUM(Mark.DAMAGED) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            byte[] broken = zip.clone();
            broken[ZipBytes.directory(zip) + 16] ^= 1;
            return broken;
        }
    },
    PASSWORD(Mark.ENCRYPTED) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            byte[] locked = zip.clone();
            locked[6] |= 1;
            locked[ZipBytes.directory(zip) + 8] |= 1;
            return locked;
        }
    },
    ZIP_BOMB(Mark.COMPRESSED_TOO_MUCH) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.put("evidence/zeros.pcap", new byte[20 << 20]).zip();
        }
    },
    HUGE_WORKSHEET(Mark.TOO_LARGE) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            byte[] noise = new byte[(int) SubmissionLimits.FILE_BYTES + 1];
            for (int at = 0, value = 1; at < noise.length; at += 97, value = value * 31 + 7) {
                noise[at] = (byte) (value >> 8);
            }
            return parts.put("worksheets/02-eavesdropper.md", noise).zip();
        }
    },
    MANY_FILES(Mark.TOO_MANY_FILES) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            for (int file = 0; file < 200; file++) {
                parts.put("more/" + file, "x");
            }
            return parts.zip();
        }
    },
    PATH_UPWARDS(Mark.UNSAFE_NAME) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.put("worksheets/../../../escaped.txt", "x").zip();
        }
    },
    ABSOLUTE_PATH(Mark.UNSAFE_NAME) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.put(OUTSIDE, "x").zip();
        }
    },
    WINDOWS_PATH(Mark.UNSAFE_NAME) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            // The writer would turn backslashes into slashes, so the name is changed in the bytes.
            byte[] packed = parts.put("..!..!escaped.txt", "x").zip();
            return ZipBytes.replace(packed, "..!..!escaped", "..\\..\\escaped");
        }
    },
    LINK(Mark.LINK) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.zip("evidence/link.pcap", "../../class/course.key");
        }
    },
    DOUBLE_NAME(Mark.DOUBLE_NAME) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.zip("worksheets/02-eavesdropper.md", "");
        }
    },
    ZIP_IN_ZIP(Mark.ARCHIVE_INSIDE) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.put("all.zip", zip).zip();
        }
    },
    NO_MANIFEST(Mark.NO_MANIFEST) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.remove(Manifest.NAME).zip();
        }
    },
    MANIFEST_OF_NONSENSE(Mark.BAD_MANIFEST) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.put(Manifest.NAME, "{\"format\": [").zip();
        }
    },
    UNKNOWN_ID(Mark.UNKNOWN_ID) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.edit(
                            Manifest.NAME,
                            text -> text.replaceFirst("\"student\" : \"[^\"]*\"", "\"student\" : \"nobody-7\""))
                    .zip();
        }
    },
    FILE_GONE(Mark.FILE_MISSING) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.remove("evidence/operator.jsonl").zip();
        }
    },
    EDITED_AFTER_PACKING(Mark.CHANGED_AFTER_PACKING) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.edit("worksheets/02-eavesdropper.md", text -> text + "\nOne more thing.\n")
                    .zip();
        }
    },
    BINARY_WORKSHEET(Mark.WORKSHEET_UNREADABLE) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.forge("worksheets/02-eavesdropper.md", new byte[] {0, 1, 2, 3, -1, -2})
                    .zip();
        }
    },
    CAPTURE_OF_TEXT(Mark.CAPTURE_UNREADABLE) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.forge("evidence/dump.pcapng", _ -> "frame 17 is a whisper")
                    .zip();
        }
    },
    ANSWERS_OF_A_NEIGHBOUR(Mark.FOREIGN_CODEWORD) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            String name = "worksheets/02-eavesdropper.md";
            return parts.forge(name, neighbour.file(name)).zip();
        }
    },
    EVERYTHING_OF_A_NEIGHBOUR(Mark.FOREIGN_EVIDENCE) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            for (String name : parts.files().keySet().stream()
                    .filter(name -> name.contains("/"))
                    .toList()) {
                parts.forge(name, neighbour.file(name));
            }
            return parts.zip();
        }
    },
    LOG_OF_ANOTHER_TIME(Mark.LOG_DOES_NOT_FIT) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.forge("evidence/operator.jsonl", log -> log.replace("T16:", "T17:"))
                    .zip();
        }
    },
    LOG_WITH_INVENTED_LINE(Mark.LOG_DOES_NOT_FIT) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            String line =
                    "{\"time\":\"2026-11-22T16:03:55Z\",\"seq\":9,\"event\":\"said\",\"from\":\"eve\",\"text\":\"boo\"}\n";
            return parts.forge("evidence/operator.jsonl", log -> log + line).zip();
        }
    },
    LATE(Mark.LATE) {
        @Override
        void write(Path folder, String id, byte[] zip, Rezip neighbour) throws IOException {
            Path file = folder.resolve("submission-" + id + ".zip");
            Files.write(file, zip);
            Files.setLastModifiedTime(file, FileTime.from(DEADLINE.plus(Duration.ofMinutes(1))));
        }
    },
    TWICE(Mark.TWICE) {
        @Override
        void write(Path folder, String id, byte[] zip, Rezip neighbour) throws IOException {
            super.write(folder, id, zip, neighbour);
            put(folder.resolve("submission-" + id + " (2).zip"), Arrays.copyOf(zip, 100));
        }
    },
    NOT_IN_THE_MANIFEST(Mark.CHANGED_AFTER_PACKING) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            return parts.edit(Manifest.NAME, text -> text.replaceFirst("(?s)\"files\" : \\[.*]", "\"files\" : []"))
                    .zip();
        }
    },
    ENDLESS_MANIFEST(Mark.BAD_MANIFEST) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            String file = "{\"path\": \"a\", \"bytes\": 1, \"sha256\": \"\"}, ";
            return parts.edit(Manifest.NAME, text -> text.replace("\"files\" : [", "\"files\" : [" + file.repeat(1000)))
                    .zip();
        }
    },
    CODEWORDS_WITHOUT_END(Mark.MORE_THAN_A_LAB) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
            String many = IntStream.range(0, 1000)
                    .mapToObj(at ->
                            "a" + (char) ('a' + at % 26) + "-b" + (char) ('a' + at / 26 % 26) + "-" + (10 + at % 90))
                    .collect(Collectors.joining(" "));
            return parts.forge("worksheets/02-eavesdropper.md", text -> text + "\n```explain 2.Z\n" + many + "\n```\n")
                    .zip();
        }
    },
    UNPACKED_WITHOUT_DATES(Mark.UNDATED) {
        @Override
        void write(Path folder, String id, byte[] zip, Rezip neighbour) throws IOException {
            for (Map.Entry<String, byte[]> packed : new Rezip(zip).files().entrySet()) {
                Path file = folder.resolve("submission-" + id).resolve(packed.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, packed.getValue());
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("1979-12-31T23:00:00Z")));
            }
        }
    },
    COMPRESSED_OTHERWISE(Mark.DAMAGED) {
        @Override
        byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) {
            byte[] other = zip.clone();
            other[8] = 12;
            other[ZipBytes.directory(zip) + 10] = 12;
            return other;
        }
    };

    /// A file outside of all folders of the tests; no other run has the same.
    static final String OUTSIDE = "/tmp/escaped-" + UUID.randomUUID() + ".txt";

    static final Instant DEADLINE = Instant.parse("2026-11-24T12:00:00Z");

    final Mark expected;

    Breakage(Mark expected) {
        this.expected = expected;
    }

    /// The broken submission.
    ///
    /// @param zip the whole one
    /// @param parts the same, taken apart
    /// @param neighbour what another student handed in
    byte[] apply(byte[] zip, Rezip parts, Rezip neighbour) throws IOException {
        return zip;
    }

    void write(Path folder, String id, byte[] zip, Rezip neighbour) throws IOException {
        put(folder.resolve("submission-" + id + ".zip"), apply(zip, new Rezip(zip), neighbour));
    }

    /// Writes a file as if it had been handed in an hour before the deadline.
    static void put(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(DEADLINE.minus(Duration.ofHours(1))));
    }
}
