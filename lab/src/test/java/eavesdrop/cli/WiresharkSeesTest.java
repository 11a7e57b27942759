package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Ticket;
import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Kit;
import eavesdrop.testing.Tshark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What Wireshark itself reads in captures of the ladder's rungs, each with the kit's solutions, without Docker.
@Timeout(120)
class WiresharkSeesTest {
    private static final Ticket TICKET = Ticket.readOrGuest(LabFiles.ticket());

    @TempDir
    Path folder;

    private Kit kit;

    @BeforeEach
    void needsWireshark() {
        Tshark.required();
        kit = new Kit(folder);
    }

    @AfterEach
    void theLabIsDown() {
        kit.typing("", "down", "--topology", "local");
    }

    /// What was said in the clear is found by the same question that finds nothing in the other rungs.
    @Test
    void theWhisperOfThePlainRung() {
        play("plain", 2);

        assertThat(framesWith(codeword(2))).isNotEmpty();
    }

    @Test
    void tls13ForEverybodyAndNoWhisper() {
        play("tls", 4);

        assertThat(Tshark.fields(
                        kit.capture(),
                        "tls.handshake.type == 2",
                        "tls.handshake.version",
                        "tls.handshake.extensions.supported_version"))
                .as("the ServerHellos to Alice and to Bob")
                .containsExactly("0x0303\t0x0304", "0x0303\t0x0304");
        assertThat(framesWith(codeword(4))).isEmpty();
        assertThat(framesWith("alice")).isEmpty();
    }

    @Test
    void withTheKeyLogOnePersonsOwnConnectionAndNoOther() throws IOException {
        Path keys = folder.resolve("tls-keys.log");
        kit.labw("up", "--scenario", "tls", "--with", "solutions", "--topology", "local");

        Kit.Ended carol = kit.typing(
                "The word is " + codeword(4) + "\n",
                chat("--key-log", keys.toString(), "carol").toArray(String[]::new));
        kit.labw("down", "--topology", "local");

        assertThat(carol.output())
                .contains("The keys of this connection are in " + keys)
                .contains("wireshark -o tls.keylog_file:" + keys + " " + kit.capture())
                .doesNotContain("WARNING", "warning", "Exception");
        assertThat(carol.status()).isZero();
        assertThat(Files.readString(keys)).contains("CLIENT_TRAFFIC_SECRET_0 ", "SERVER_TRAFFIC_SECRET_0 ");
        assertThat(framesWith(codeword(4))).as("without the keys").isEmpty();
        assertThat(decrypted(keys)).contains("HELLO carol", "WELCOME carol", "SAY The word is " + codeword(4));
        assertThat(decrypted(keys)).as("of the others' connections").doesNotContain("HELLO alice", "HELLO bob");
        assertThat(Tshark.lines(
                        kit.capture(), "-o", "tls.keylog_file:" + keys, "-Y", "data contains \"" + codeword(4) + "\""))
                .as("the frame that worksheet 4 asks for")
                .hasSize(1);
    }

    /// TLS is as it should be, and Mallory reads: the same two questions as in lab 4, and hers.
    @Test
    void tls13WithMalloryInBetween() throws IOException {
        play("mallory", 5);

        assertThat(Tshark.fields(
                        kit.capture(), "tls.handshake.type == 2", "tls.handshake.extensions.supported_version"))
                .as("the ServerHellos to Mallory")
                .containsExactly("0x0304", "0x0304");
        assertThat(framesWith(codeword(5))).isEmpty();
        assertThat(Files.readString(kit.malloryLog())).contains(codeword(5));
    }

    @Test
    void aKeyLogThatCannotBeWrittenIsSaidBeforeAnythingElse() {
        Kit.Ended chat = kit.typing(
                "",
                chat("--key-log", folder.resolve("no/such/folder").toString(), "carol")
                        .toArray(String[]::new));

        assertThat(chat.status()).isEqualTo(ExitStatus.FILE.code());
        assertThat(chat.output()).contains("The keys cannot be written").doesNotContain("\tat ");
    }

    @Test
    void withoutTlsThereAreNoKeysAndItIsSaid() {
        kit.labw("up", "--topology", "local");

        Path keys = folder.resolve("tls-keys.log");
        Kit.Ended chat = kit.typing("hello\n", "chat", "-p", "" + kit.port(), "--key-log", keys.toString(), "carol");

        assertThat(chat.output()).contains("No TLS connection was made").contains("connected");
        assertThat(keys).isEmptyFile();
    }

    @Test
    void lettersThatOnlyTheTwoCanOpen() {
        play("e2e", 6);

        assertThat(framesWith("TELL bob")).as("who writes to whom is in clear").isNotEmpty();
        assertThat(framesWith(codeword(6))).isEmpty();
    }

    private void play(String scenario, int lab) {
        kit.labw("up", "--scenario", scenario, "--with", "solutions", "--topology", "local");
        kit.labw("play", "--pause", "0", "" + lab);
        kit.labw("down", "--topology", "local");
        assertThat(operatorReads(lab)).isEqualTo(lab != 6);
    }

    private boolean operatorReads(int lab) {
        try {
            return Files.readString(kit.operatorLog()).contains(codeword(lab));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private List<String> chat(String... more) {
        List<String> command =
                new ArrayList<>(List.of("chat", "--scenario", "tls", "--with", "solutions", "-p", "" + kit.port()));
        command.addAll(List.of(more));
        return command;
    }

    private static String codeword(int lab) {
        return TICKET.codeword(lab, "whisper");
    }

    /// The frames that hold a text as it is, anywhere.
    private List<String> framesWith(String text) {
        return Tshark.fields(kit.capture(), "frame contains \"" + text + "\"", "frame.number");
    }

    /// Everything that Wireshark decrypts.
    private String decrypted(Path keys) {
        StringBuilder all = new StringBuilder();
        for (String hex : Tshark.lines(
                kit.capture(), "-o", "tls.keylog_file:" + keys, "-Y", "data", "-T", "fields", "-e", "data.data")) {
            all.append(new String(java.util.HexFormat.of().parseHex(hex.replace(",", "")), StandardCharsets.UTF_8));
        }
        return all.toString();
    }
}
