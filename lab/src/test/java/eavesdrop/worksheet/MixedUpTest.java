package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who writes the number of a log line where a frame is asked for, or the reverse, has found the right
/// thing, and reads what is asked for instead.
class MixedUpTest {
    private static final CheckFile CHECK = CheckFile.parse("""
            worksheet: 7
            title: A test
            lines:
              red: {called: What Alice says, sent-by: client, starts: "SAY ", contains: red}
            records:
              joined: {called: Alice's joining, event: joined, from: alice}
              red: {called: What Alice says, event: said, from: alice, contains: red}
            questions:
              7.1:
                points: 3
                filter: tcp.len > 0
                hints: [a, b, c]
                frame: {expect: {frame-of: red}}
                line: {expect: {log-line-of: red}}
                port: {expect: {log-port-of: joined}}
            """, Map.of(), "07.check.yml");

    private final PlayedLab lab = PlayedLab.inContainers("alice", "bob")
            .play(Cast.parse("alice: the boat is red\nbob: yours is blue\n", Map.of(), "a cast"));
    private final int frame = lab.frameOf("SAY the boat is red");
    private final int line = lab.operator().stream()
            .filter(record -> record.field("text").contains("red"))
            .findFirst()
            .orElseThrow()
            .logLine();

    private String explained(String blank, int answer) {
        return new Checker(CHECK, lab)
                .check(AnswerSheet.parse("```answer 7.1\n" + blank + ": " + answer + "\n```\n")).results().stream()
                        .filter(result -> result.id().blank().equals(blank))
                        .findFirst()
                        .orElseThrow()
                        .verdict()
                        .explanation();
    }

    @Test
    void saysThatALineWasGivenForItsFrame() {
        assertThat(explained("frame", line))
                .endsWith(" Or: line " + line + " of the operator's log holds it, but asked for is the frame.");
        assertThat(explained("frame", line + 1)).doesNotContain("asked for is");
    }

    @Test
    void saysThatAFrameWasGivenForItsLine() {
        assertThat(explained("line", frame))
                .endsWith(" Or: frame " + frame + " carries it, but asked for is the line of the operator's log.");
        assertThat(explained("line", 4000))
                .isEqualTo("There is no line 4000 in the operator's log. Its last one is "
                        + lab.operator().getLast().logLine() + ".");
    }

    @Test
    void saysThatAFrameCarriesAnotherThingOfTheSameKind() {
        int later = lab.toServer("alice", "SAY and fast").frameOf("SAY and fast");
        assertThat(explained("frame", later))
                .isEqualTo(
                        "Frame " + later + " carries another line with the command SAY from a client to the server.");
    }

    @Test
    void saysWhoseRecordAnotherLineHolds() {
        assertThat(explained("line", line + 1)).endsWith("its event is \"said\", from bob.");
    }

    @Test
    void saysThatAPortIsTheServers() {
        assertThat(explained("port", 12345)).startsWith("That is the port of the server");
        assertThat(explained("port", 40007)).contains("belongs to another connection");
    }
}
