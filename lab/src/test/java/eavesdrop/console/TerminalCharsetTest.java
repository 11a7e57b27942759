package eavesdrop.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalCharsetTest {
    private static final String AS_READ_IN_ASCII = "Gr\uFFFD\uFFFDe";

    @Test
    void aTextThatWasNotReadIsNotLookedFor() {
        assertThat(TerminalCharset.problem("ANSI_X3.4-1968", "find", "x.pcap", AS_READ_IN_ASCII))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.what()).contains("this terminal is set to ANSI_X3.4-1968");
                    assertThat(problem.remedy()).contains("export LC_ALL=C.UTF-8");
                });
    }

    @Test
    void whatWasReadIsNoProblem() {
        assertThat(TerminalCharset.problem("ANSI_X3.4-1968", "find", "x.pcap", "hello"))
                .isEmpty();
        assertThat(TerminalCharset.problem("UTF-8", "find", "x.pcap", "Grüße")).isEmpty();
        assertThat(TerminalCharset.problem("UTF-8", "find", "x.pcap", "\uFFFD")).isEmpty();
    }
}
