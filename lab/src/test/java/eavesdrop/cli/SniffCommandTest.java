package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.Ticket;
import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Kit;
import eavesdrop.testing.PlayedCapture;
import eavesdrop.worksheet.Cast;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sniffer of exercise 2 on a capture, by one short command.
class SniffCommandTest {
    private static final Ticket TICKET = Ticket.alone("ada");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void printsWhatTheSnifferHears() throws IOException {
        Kit.Ended sniffed = new Kit(folder).ending("sniff", capture(), "--port", "12345", "--with", "solutions");

        assertThat(sniffed.status()).as(sniffed.output()).isZero();
        assertThat(sniffed.facts()).contains("TELL bob").contains(TICKET.codeword(2, "whisper"));
    }

    @Test
    void saysWhatIsNotWrittenYet() throws IOException {
        Kit.Ended sniffed = new Kit(folder).ending("sniff", capture(), "--port", "12345");

        assertThat(sniffed.status()).isEqualTo(ExitStatus.WRONG.code());
        assertThat(sniffed.output()).contains("not written yet: TODO(2.2)").doesNotContain("\tat ");
    }

    private String capture() throws IOException {
        Path file = folder.resolve("dump.pcapng");
        PlayedCapture.write(file, Cast.read(Path.of("../labs/scenarios/plain/02.cast"), TICKET.codewords(2)));
        return file.toString();
    }
}
