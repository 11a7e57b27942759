package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.testing.PlayedCapture;
import eavesdrop.worksheet.Cast;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command that is called without the library for command lines does what it does when the library calls it.
class DirectCallTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private record Said(int status, String out, String err) {}

    @BeforeEach
    void capture() throws IOException {
        PlayedCapture.write(
                folder.resolve("dump.pcap"),
                Cast.read(
                        Path.of("../labs/scenarios/plain/01.cast"),
                        Map.of("whisper", "amber-otter-42", "reply", "teal-heron-77")));
        Files.writeString(folder.resolve("text.pcap"), "no capture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "streams dump.pcap",
                "streams text.pcap",
                "streams none.pcap",
                "streams TCP@localhost:1",
                "reveal dump.pcap",
                "reveal none.pcap",
                "find dump.pcap amber-otter-42",
                "find dump.pcap nothing-of-the-kind",
                "find none.pcap amber-otter-42"
            })
    void theLibraryIsNotMissed(String line) {
        String[] arguments = line.replace(" dump", " " + folder.resolve("dump"))
                .replace(" text", " " + folder.resolve("text"))
                .split(" ");
        assertThat(DirectCall.of(console(new StringWriter(), new StringWriter()), arguments))
                .isPresent();
        assertThat(said(arguments)).isEqualTo(saidByLibrary(arguments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "streams",
                "reveal",
                "find dump.pcap",
                "find dump.pcap a b",
                "streams dump.pcap --json",
                "reveal --follow",
                "reveal -",
                "streams @arguments",
                "find --help",
                "find -- -dump.pcap hello",
                "status",
                "follow dump.pcap"
            })
    void whatTakesMoreToUnderstandGoesThroughTheLibrary(String line) {
        assertThat(DirectCall.of(console(new StringWriter(), new StringWriter()), line.split(" ")))
                .isEmpty();
    }

    @Test
    void anEmptyTextIsAsWrongAsEver() {
        Said said = said("find", folder.resolve("dump.pcap").toString(), "");
        assertThat(said.status()).isEqualTo(ExitStatus.USAGE.code());
        assertThat(said.err()).contains("An empty text is everywhere.");
    }

    private static Said said(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(console(out, err), arguments);
        return new Said(status, out.toString(), err.toString());
    }

    private static Said saidByLibrary(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(console(out, err), arguments).execute(arguments);
        return new Said(status, out.toString(), err.toString());
    }

    private static Console console(StringWriter out, StringWriter err) {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
    }
}
