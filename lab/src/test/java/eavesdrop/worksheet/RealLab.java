package eavesdrop.worksheet;

import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.testing.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A lab of the ladder that is really played, without Docker and with the kit's solutions, by a student who
/// does what the worksheet says. Each is played once for all tests.
///
/// @param codewords the student's own in this lab
/// @param evidence what the lab left behind
/// @param folder where it lies: `data/dump.pcapng`, and in lab 4 `tls-keys.log`
record RealLab(Map<String, String> codewords, Evidence evidence, Path folder) {
    private static final Map<String, RealLab> PLAYED = new HashMap<>();
    private static final Map<Integer, String> SCENARIOS = Map.of(4, "tls", 5, "mallory", 6, "e2e");

    /// Whether a worksheet's lab is one of these; the others are made by hand (`PlayedLab`).
    static boolean has(int number) {
        return SCENARIOS.containsKey(number);
    }

    static RealLab of(int number, String student) {
        return PLAYED.computeIfAbsent(number + student, _ -> play(number, student));
    }

    private static RealLab play(int number, String student) {
        try {
            Path labs = Files.createDirectories(Path.of("target/played").toAbsolutePath());
            Path folder = Files.createTempDirectory(labs, number + student);
            Kit kit = Kit.of(folder, student);
            String scenario = SCENARIOS.getOrDefault(number, "plain");
            kit.labw("up", "--scenario", scenario, "--with", "solutions", "--topology", "local");
            try {
                kit.labw("play", "--pause", "0", "" + number);
                Map<String, String> codewords = kit.ticket().codewords(number);
                if (number == 4) {
                    sayAsCarol(kit, codewords, folder.resolve("tls-keys.log"));
                }
                kit.labw("down", "--topology", "local");
                return new RealLab(
                        codewords,
                        CaptureEvidence.read(
                                kit.capture(),
                                Optional.of(kit.operatorLog()),
                                Optional.of(kit.malloryLog()).filter(Files::exists)),
                        folder);
            } finally {
                kit.typing("", "down", "--topology", "local");
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void sayAsCarol(Kit kit, Map<String, String> codewords, Path keyLog) {
        String said = "The word is " + codewords.get("whisper") + "\n/quit\n";
        Kit.Ended chat = kit.typing(
                said,
                "chat",
                "--scenario",
                "tls",
                "--with",
                "solutions",
                "-p",
                "" + kit.port(),
                "--key-log",
                keyLog.toString(),
                "carol");
        if (chat.status() != 0) {
            throw new AssertionError(chat.output());
        }
    }
}
