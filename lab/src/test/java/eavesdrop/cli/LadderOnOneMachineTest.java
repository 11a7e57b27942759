package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.testing.Kit;
import eavesdrop.worksheet.AnswerKey;
import eavesdrop.worksheet.AnswerSheet;
import eavesdrop.worksheet.CheckFile;
import eavesdrop.worksheet.FilledIn;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A student plays lab 4, fills in its worksheet, and goes on to lab 1: without Docker, with the kit's own commands.
class LadderOnOneMachineTest {
    private static final String LOCAL = "--topology=local";

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static Kit.Ended playedTls;
    private static Kit.Ended plainGuest;
    private static Kit.Ended demo;
    private static Kit.Ended up;
    private static Kit.Ended upStatus;
    private static String process;
    private static String upAgain;
    private static String processAfterUpAgain;
    private static String upPlain;
    private static Kit.Ended playedPlain;
    private static Kit.Ended playedInAnother;
    private static Path sheet;

    @BeforeAll
    static void playLab4AndThenLab1() throws IOException {
        kit = Kit.of(folder, "ada");
        up = kit.ending("up", LOCAL, "--scenario", "tls", "--with", "solutions", "--json");
        upStatus = kit.ending("status", LOCAL, "--json");
        playedTls = kit.ending("play", "4", LOCAL, "--pause", "0");
        plainGuest = kit.typing("hello\n/quit\n", "chat", "mia");
        demo = kit.ending("demo", LOCAL);
        sheet = fillIn();
        process = process();
        upAgain = kit.labw("up", LOCAL);
        processAfterUpAgain = process();
        upPlain = kit.labw("up", LOCAL, "--scenario", "plain");
        playedPlain = kit.ending("play", "1", LOCAL, "--pause", "0");
        playedInAnother = kit.ending("play", "4", LOCAL, "--pause", "0");
    }

    @AfterAll
    static void stop() {
        kit.labw("down", LOCAL);
    }

    /// The process in which the lab runs.
    private static String process() throws IOException {
        return Files.readAllLines(kit.capture().resolveSibling("local.properties")).stream()
                .filter(line -> line.startsWith("pid="))
                .findFirst()
                .orElseThrow();
    }

    private static Path fillIn() throws IOException {
        CheckFile check = CheckFile.read(
                Path.of("../worksheets/04-tls.check.yml"), kit.ticket().codewords(4));
        AnswerKey key = AnswerKey.of(check, CaptureEvidence.read(kit.capture(), Optional.of(kit.operatorLog())));
        String blank = AnswerSheet.read(Path.of("../worksheets/04-tls.md")).text();
        return Files.writeString(folder.resolve("sheet.md"), FilledIn.markdown(blank, key.right()));
    }

    @Test
    void whatWasFoundInLab4IsCheckedAgainstTheRunOfLab4() {
        String checked =
                kit.ending("check", "4", "--worksheet", sheet.toString()).facts();

        assertThat(checked)
                .contains("The newest run (dump.pcapng) is one of the scenario plain; worksheet 4 is about tls.")
                .containsPattern("checked against the older run: dump-2\\S+\\.pcapng and operator-2\\S+\\.jsonl\\.")
                .contains("✓ 4.1 alice")
                .contains("✓ 4.3 suite")
                .doesNotContain("✗");
    }

    @Test
    void anUntouchedWorksheetIsNotPackedThoughThisLabCannotShowAllOfIt() {
        Kit.Ended submitted = kit.ending("submit", "1", "--dry-run");

        assertThat(submitted.notes())
                .contains("Worksheet 1 is empty, so it is left out.")
                .contains("There is nothing to hand in yet.");
        assertThat(submitted.status()).isEqualTo(ExitStatus.FILE.code());
    }

    @Test
    void upWithoutAScenarioKeepsTheOneThatRunsWithItsClasses() {
        assertThat(upAgain)
                .contains("The lab runs with the scenario tls, and keeps it. To leave it: ./labw up --scenario plain")
                .contains("scenario: tls", "--scenario tls --with solutions", "'./labw play 4'");
    }

    @Test
    void upTellsAsJsonWhatStatusTells() {
        assertThat(JsonMapper.shared().readTree(up.facts()))
                .isEqualTo(JsonMapper.shared().readTree(upStatus.facts()));
    }

    @Test
    void upWithTheSameClassesLeavesAloneWhatRuns() {
        assertThat(processAfterUpAgain).isEqualTo(process);
    }

    @Test
    void upSaysWhichScenarioMakesRoomForAnother() {
        assertThat(upPlain)
                .contains("The lab runs with the scenario tls; plain takes its place.")
                .contains("scenario: plain", "'./labw play 1' (or 2, 3: the number of your worksheet)");
    }

    @Test
    void theOperatorsViewHidesWhatEvesViewHides() {
        Set<String> secrets = kit.ticket().everyCodeword();
        Kit.Ended shown = kit.ending("operator");

        assertThat(shown.facts()).contains("█████");
        assertThat(shown.notes()).contains("black until worksheet 2 is right. --spoil shows them.");
        assertThat(List.of(shown.facts(), kit.ending("operator", "--json").facts()))
                .noneMatch(text -> secrets.stream().anyMatch(text::contains));
        assertThat(kit.ending("operator", "--spoil").facts())
                .matches(text -> secrets.stream().anyMatch(text::contains));
    }

    @Test
    void ifaceNamesTheInterfaceAndItsNumber() throws SocketException {
        Kit.Ended named = kit.ending("iface", LOCAL);

        int index = NetworkInterface.getByName(named.facts().strip()).getIndex();
        assertThat(named.notes()).contains("number " + index + " of the interfaces");
    }

    @Test
    void whereToLookFitsTheScenario() {
        assertThat(playedTls.notes())
                .contains("dump.pcapng in Wireshark. TLS hides every word there; './labw operator' shows")
                .doesNotContain("reveal");
        assertThat(playedPlain.notes()).contains("or see './labw reveal'");
    }

    @Test
    void playSaysWhichScenarioALabIsAboutWhereAnotherRuns() {
        assertThat(playedInAnother.notes())
                .contains(
                        "Lab 4 is about the scenario tls, and plain runs: worksheet 4 will not be checked against this.")
                .contains("./labw up --scenario tls");
        assertThat(List.of(playedTls, playedPlain))
                .extracting(Kit.Ended::notes)
                .noneMatch(notes -> notes.contains("is about"));
    }

    @Test
    void aSecondLabIsNotStartedInTheOtherTopology() {
        Kit.Ended up = kit.ending("up", "--topology", "compose");

        assertThat(up.notes()).contains("runs already, as topology local").contains("./labw down --topology local");
        assertThat(up.status()).isEqualTo(ExitStatus.MACHINE.code());
    }

    @Test
    void theDemoDoesNotEndALabOfAnotherScenario() {
        assertThat(demo.status()).isEqualTo(ExitStatus.USAGE.code());
        assertThat(demo.notes()).contains("this is the scenario tls").contains("./labw down");
    }

    @Test
    void chatJoinsTheLabThatRunsWithoutBeingToldThePort() {
        assertThat(kit.typing("I am here\n/quit\n", "chat", "mia").status()).isZero();

        assertThat(OperatorLog.read(kit.operatorLog()).records())
                .anyMatch(record ->
                        record.event().equals("said") && record.field("from").equals("mia"));
    }

    @Test
    void chatSaysThatTheServerOfThisScenarioIsNotPlain() {
        assertThat(plainGuest.status()).isEqualTo(ExitStatus.USAGE.code());
        assertThat(plainGuest.notes()).contains("has the scenario tls").contains("./labw chat --scenario tls");
    }
}
