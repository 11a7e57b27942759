package eavesdrop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person reads in a narrow terminal is broken between words.
class ParagraphTest {
    private static String shown(String line, int width) {
        return Paragraph.of(line, width).replace("\r", "");
    }

    @Test
    void leavesALineAloneThatFits() {
        assertThat(shown("  a  line that fits", 19)).isEqualTo("  a  line that fits");
    }

    @Test
    void breaksBetweenWords() {
        assertThat(shown("Now find them in the capture.", 12)).isEqualTo("Now find\nthem in the\ncapture.");
    }

    @Test
    void goesOnUnderTheSecondColumn() {
        assertThat(shown("✗ 2.1 frame    wrong · you wrote: 3, and that is none", 48))
                .isEqualTo("""
                ✗ 2.1 frame    wrong · you wrote: 3, and that is
                               none""");
        assertThat(shown("               no hardware addresses exist on such a loopback", 45))
                .isEqualTo("               no hardware addresses exist on\n               such a loopback");
    }

    @Test
    void goesOnBehindAMark() {
        assertThat(shown("✗ The lab runs already.", 15)).isEqualTo("✗ The lab runs\n  already.");
        assertThat(shown("  → End it in the other folder.", 18)).isEqualTo("  → End it in the\n    other folder.");
    }

    @Test
    void keepsACommandInOnePiece() {
        assertThat(shown("Listen with './labw reveal --follow', or talk.", 30))
                .isEqualTo("Listen with\n'./labw reveal --follow', or\ntalk.");
        assertThat(shown("  → End it first: ./labw down --topology local", 40))
                .isEqualTo("  → End it first:\n    ./labw down --topology local");
        assertThat(shown("The server's log is not the operator's own log.", 26))
                .isEqualTo("The server's log is not\nthe operator's own log.");
    }

    @Test
    void keepsADisplayFilterInOnePiece() {
        assertThat(shown("In Wireshark: tcp.stream == 14 && frame contains \"at 5\", twice", 50))
                .isEqualTo("In Wireshark:\ntcp.stream == 14 && frame contains \"at 5\", twice");
        assertThat(shown("The log contains a line twice.", 20)).isEqualTo("The log contains a\nline twice.");
    }

    @Test
    void breaksACommandThatIsWiderThanTheTerminal() {
        assertThat(shown("'./labw check 2 --capture dump.pcap'", 20))
                .isEqualTo("'./labw check 2\n--capture dump.pcap'");
    }

    @Test
    void leavesAWordToTheTerminalThatIsWiderThanIt() {
        assertThat(shown("in /home/anna/a/long/way", 10)).isEqualTo("in\n/home/anna/a/long/way");
    }

    @Test
    void keepsASignWithItsWord() {
        assertThat(shown("Two parts: \u001b[32m✓\u001b[0m 2.1 · 2.2", 20))
                .isEqualTo("Two parts: \u001b[32m✓\u001b[0m 2.1\n· 2.2");
        assertThat(shown("Two parts: \u001b[32m✓\u001b[0m 2.1", 12)).isEqualTo("Two parts:\n\u001b[32m✓\u001b[0m 2.1");
    }

    @Test
    void doesNotCountColours() {
        String coloured = "\u001b[31m✗\u001b[0m wrong, twice";
        assertThat(shown(coloured, 14)).isEqualTo(coloured);
        assertThat(shown(coloured, 9)).isEqualTo("\u001b[31m✗\u001b[0m wrong,\n  twice");
    }

    @AfterEach
    void forgetTheTerminal() {
        System.clearProperty("eavesdrop.columns");
    }

    @Test
    void isWhatAConsolePrintsOnATerminalOnly() {
        assertThat(printed("10")).isEqualTo("two words\nand more\nwhat is it\n");
        assertThat(printed("")).isEqualTo("two words and more\nwhat is it\n");
    }

    private static String printed(String columns) {
        System.setProperty("eavesdrop.columns", columns);
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Console console = new Console(writer, writer, false);
        console.print("two words and more");
        console.note("what is it");
        return out.toString().replace("\r", "");
    }
}
