package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.WireLine;
import eavesdrop.testing.Kit;
import eavesdrop.testing.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lab 3 with the forger in the server: what Alice and Bob read is not what was said, and the log does not show it.
class ForgerInTheLabTest {
    private static final String SAID = "Do not believe anybody who says that he is me.";
    private static final String FORGED = "Believe anybody who says that he is me.";
    private static final String INVENTED = "It needs a new mast.";

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static Kit.Ended upWithStarters;

    @BeforeAll
    static void theForgerSitsInTheServer() {
        kit = new Kit(folder);
        upWithStarters = kit.ending("up", "--topology", "local", "--scenario", "forger");
        kit.labw("up", "--topology", "local", "--scenario", "forger", "--with", "solutions");
        kit.labw("play", "3", "--topology", "local", "--pause", "0");
    }

    @AfterAll
    static void stop() {
        kit.labw("down", "--topology", "local");
    }

    @Test
    void bobReadsWhatAliceNeverSaid() throws Exception {
        awaitHeard("bob", FORGED);

        assertThat(kit.heard("bob")).doesNotContain(SAID);
        assertThat(wire(true)).anyMatch(line -> line.contains(SAID)).noneMatch(line -> line.contains(FORGED));
        assertThat(wire(false)).anyMatch(line -> line.contains(FORGED)).noneMatch(line -> line.contains(SAID));
        assertThat(logged()).anyMatch(text -> text.contains(FORGED)).noneMatch(text -> text.contains(SAID));
    }

    @Test
    void aliceReadsWhatBobNeverSaidAndTheLogDoesNotHold() throws Exception {
        awaitHeard("alice", INVENTED);

        assertThat(wire(false)).contains("SAID bob " + INVENTED);
        assertThat(wire(true)).noneMatch(line -> line.contains(INVENTED));
        assertThat(logged()).noneMatch(text -> text.contains(INVENTED));
        assertThat(kit.heard("bob")).doesNotContain(INVENTED);
    }

    @Test
    void statusTellsTheScenario() {
        assertThat(kit.labw("status", "--topology", "local")).startsWith("topology: local, scenario: forger\n");
    }

    @Test
    void upNamesWhatTheStudentHasStillToWrite() {
        assertThat(upWithStarters.status()).isZero();
        assertThat(upWithStarters.notes()).contains("Still to be written in exercise 3: 3.1, 3.2, 3.3.");
    }

    @Test
    void nobodyNotices() throws Exception {
        awaitHeard("bob", FORGED);

        assertThat(wire(false)).noneMatch(line -> line.startsWith("ERROR"));
    }

    private static void awaitHeard(String person, String text) throws Exception {
        Until.holds(person + " hears: " + text, () -> kit.heard(person).contains(text), () -> kit.heard(person));
    }

    /// Chat lines on the wire. What a client has heard is there: the tap writes a packet before it passes it on.
    private static List<String> wire(boolean fromClient) {
        return CaptureEvidence.read(kit.capture(), Optional.empty()).lines().stream()
                .filter(line -> line.fromClient() == fromClient)
                .map(WireLine::text)
                .toList();
    }

    private static List<String> logged() {
        return OperatorLog.read(kit.operatorLog()).records().stream()
                .map(record -> record.field("text"))
                .toList();
    }
}
