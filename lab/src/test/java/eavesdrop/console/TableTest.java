package eavesdrop.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final TableRow LAYOUT = new TableRow(6, -22, -22, 7, -16);

    private final StringWriter out = new StringWriter();

    @AfterEach
    void forgetTheTerminal() {
        System.clearProperty("eavesdrop.columns");
    }

    private String printed(String columns) {
        System.setProperty("eavesdrop.columns", columns);
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(new StringWriter()), true);
        Table table = new Table(console, LAYOUT, "stream", "client", "server", "frames", "SHA-256");
        table.printHeadings();
        console.print(table.row(0, "172.18.0.3:40112", console.yellow("172.18.0.2:12345"), 10, "0123456789abcdef"));
        return out.toString().replaceAll("\u001b\\[[0-9;]*m", "").replace("\r", "");
    }

    @Test
    void isATableWhereItFits() {
        assertThat(printed("81")).startsWith("stream  client").contains("     0  172.18.0.3:40112        172");
    }

    @Test
    void breaksItsRowsBetweenCellsInANarrowTerminal() {
        assertThat(printed("60")).isEqualTo("""
                stream: 0  client: 172.18.0.3:40112
                  server: 172.18.0.2:12345  frames: 10
                  SHA-256: 0123456789abcdef
                """);
    }

    @Test
    void staysATableInAPipe() {
        assertThat(printed("").lines()).hasSize(2);
    }
}
