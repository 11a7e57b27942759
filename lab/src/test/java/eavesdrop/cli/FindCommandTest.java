package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.Console;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a person sees who looks for a text in a capture.
class FindCommandTest {
    private static final Instant START = Instant.parse("2026-11-22T16:03:50Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String capture = "";

    @BeforeEach
    void capture() throws IOException {
        Path file = folder.resolve("dump.pcapng");
        Endpoint client = new Endpoint(InetAddress.getByName("172.18.0.3"), 40112);
        Endpoint server = new Endpoint(InetAddress.getByName("172.18.0.2"), 12345);
        try (CaptureWriter writer = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            ConnectionWriter connection = new ConnectionWriter(writer, client, server, 100, 900);
            connection.open(START);
            connection.clientSent(
                    START, "TELL bob amber-otter-42\nSAY YW1iZXItb3R0ZXItNDI=\n".getBytes(StandardCharsets.UTF_8));
        }
        capture = file.toString();
    }

    private int find(String... arguments) {
        return Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
    }

    @Test
    void saysWhereAndHowATextWasFoundAndHowToSeeIt() {
        assertThat(find("find", capture, "amber-otter-42")).isZero();
        assertThat(out.toString())
                .containsPattern("4 +0 +9 +63 .*plain")
                .containsPattern("4 +0 +28 +82 .*base64, alignment 0");
        assertThat(err.toString())
                .contains("Found 2 times in 49 bytes of 1 TCP stream")
                .contains("tcp.stream == 0 && frame contains \"amber-otter-42\"");
    }

    @Test
    void saysWhatNotFoundRestsOn() {
        assertThat(find("find", capture, "violet-heron-77")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Not found in 49 bytes of 1 TCP stream (1 direction with data).")
                .contains("Searched as: UTF-8, UTF-16 (both byte orders)")
                .contains("XOR (keys of 1 to 5 bytes)");
    }

    @Test
    void saysHowManyPacketsItDidNotLookInto() throws IOException {
        byte[] arp = new byte[42];
        arp[12] = 0x08;
        arp[13] = 0x06;
        Path file = folder.resolve("arp.pcapng");
        try (CaptureWriter writer = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            writer.write(START, arp);
            writer.write(START, arp);
        }

        assertThat(find("find", file.toString(), "violet-heron-77")).isEqualTo(1);
        assertThat(err.toString()).contains("carry something else than TCP, and were not searched: 2.");
        assertThat(find("find", "--json", file.toString(), "violet-heron-77")).isEqualTo(1);
        assertThat(json().path("packetsWithoutTcp").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatAShortTextIsNotSearchedAs() {
        assertThat(find("find", capture, "zqx")).isEqualTo(1);
        assertThat(err.toString()).contains("Not searched as: hexadecimal digits (the text has 3 bytes");
    }

    @Test
    void tellsWhetherEverythingCouldBeSearched() throws IOException {
        assertThat(find("find", "--json", capture, "violet-heron-77")).isEqualTo(1);
        assertThat(json().path("everythingSearched").asBoolean()).isTrue();
        byte[] bytes = Files.readAllBytes(Path.of(capture));
        Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(bytes, bytes.length - 90));
        out.getBuffer().setLength(0);
        assertThat(find("find", "--json", cut.toString(), "violet-heron-77")).isEqualTo(1);
        assertThat(json().path("everythingSearched").asBoolean()).isFalse();
        assertThat(json().path("found").asBoolean()).isFalse();
        assertThat(json().path("limits").size()).isEqualTo(1);
        assertThat(find("find", cut.toString(), "violet-heron-77")).isEqualTo(1);
        assertThat(err.toString()).contains("Not found, but not everything could be searched");
    }

    private JsonNode json() {
        return JsonMapper.builder().build().readTree(out.toString());
    }
}
