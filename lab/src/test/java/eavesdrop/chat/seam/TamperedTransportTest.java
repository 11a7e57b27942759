package eavesdrop.chat.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client and a server, joined by TCP on this machine; somebody sits at the server's end.
@Timeout(20)
@SuppressWarnings("NullAway.Init")
class TamperedTransportTest {
    private static final int DEADLINE_MS = 10_000;

    private Socket client;
    private Socket server;
    private final List<String> trouble = new ArrayList<>();

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket(listening.getInetAddress(), listening.getLocalPort());
            server = listening.accept();
        }
        client.setSoTimeout(DEADLINE_MS);
        server.setSoTimeout(DEADLINE_MS);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    /// Says in which direction a line went; `drop` vanishes, `two` becomes two, `throw` is beyond it.
    private static final class Marking implements Tamper {
        @Override
        public List<String> fromClient(String line) {
            return marked("up", line);
        }

        @Override
        public List<String> toClient(String line) {
            return marked("down", line);
        }

        private static List<String> marked(String direction, String line) {
            return switch (line) {
                case "drop" -> List.of();
                case "two" -> List.of("one", "two");
                case "same" -> List.of(line);
                case "throw" -> throw new IllegalStateException("no idea");
                case "endless" -> throw new StackOverflowError();
                case "feed" -> List.of("a\nb");
                default -> List.of(direction + " <" + line + ">");
            };
        }
    }

    private Channel tampered(Supplier<Tamper> tampers) throws IOException {
        return new TamperedTransport(Transport.PLAIN, tampers, trouble::add).toClient(server);
    }

    private Channel tampered() throws IOException {
        return tampered(Marking::new);
    }

    private static void write(Channel channel, String text) throws IOException {
        channel.out().write(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// What the server reads until the client has ended, when the client sent these bytes.
    private String heardByServer(byte[] sent) throws IOException {
        Channel channel = tampered();
        client.getOutputStream().write(sent);
        client.shutdownOutput();
        return new String(channel.in().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private String heardByServer(String sent) throws IOException {
        return heardByServer(bytes(sent));
    }

    @Test
    void changesWhatTheClientSays() throws IOException {
        assertThat(heardByServer("SAY a\nSAY b\n")).isEqualTo("up <SAY a>\nup <SAY b>\n");
    }

    @Test
    void changesWhatTheServerSays() throws IOException {
        Channel channel = tampered();
        write(channel, "SAID bob a\nSAID bob");
        write(channel, " b\n");
        channel.endOutput();
        assertThat(client.getInputStream().readAllBytes())
                .asString()
                .isEqualTo("down <SAID bob a>\ndown <SAID bob b>\n");
    }

    @Test
    void aClientCanSitOnItsOwnConnection() throws IOException {
        Channel channel = new TamperedTransport(Transport.PLAIN, Marking::new, trouble::add).toServer(client, "here");
        write(channel, "SAY a\n");
        channel.endOutput();
        assertThat(server.getInputStream().readAllBytes()).asString().isEqualTo("up <SAY a>\n");
        server.getOutputStream().write(bytes("SAID bob a\n"));
        server.shutdownOutput();
        assertThat(channel.in().readAllBytes()).asString().isEqualTo("down <SAID bob a>\n");
    }

    @Test
    void aLineMayVanishOrBecomeSeveral() throws IOException {
        assertThat(heardByServer("drop\ntwo\n")).isEqualTo("one\ntwo\n");
    }

    @Test
    void bytesThatAreNoWholeLineWaitAndSurviveATimeout() throws IOException {
        Channel channel = tampered();
        server.setSoTimeout(1);
        InputStream in = channel.in();
        client.getOutputStream().write(bytes("SAY \u00e9"), 0, 5);
        assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        client.getOutputStream().write(bytes("\u00e9\n"), 1, 2);
        server.setSoTimeout(DEADLINE_MS);
        byte[] line = in.readNBytes("up <SAY é>\n".getBytes(StandardCharsets.UTF_8).length);
        assertThat(line).asString(StandardCharsets.UTF_8).isEqualTo("up <SAY é>\n");
    }

    @Test
    void whatIsNoWholeLineAtTheEndPassesAsItIs() throws IOException {
        assertThat(heardByServer("SAY a\nSAY on")).isEqualTo("up <SAY a>\nSAY on");
    }

    @Test
    void whatWasWrittenAtTheEndPassesAsItIs() throws IOException {
        Channel channel = tampered();
        write(channel, "SAID bob on");
        channel.endOutput();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("SAID bob on");
    }

    @Test
    void aLineAtTheLimitIsChangedAndALongerOnePassesUnchanged() throws IOException {
        String most = "x".repeat(4095);
        assertThat(heardByServer(most + "\n" + most + "y\nSAY a\n"))
                .isEqualTo("up <" + most + ">\n" + most + "y\nup <SAY a>\n");
    }

    @Test
    void aLineThatIsNotUtf8PassesUnchanged() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(new byte[] {'S', 'A', 'Y', ' ', (byte) 0xE9, '\n'});
        sent.writeBytes(bytes("SAY a\n"));
        assertThat(heardByServer(sent.toByteArray())).isEqualTo("SAY \u00e9\nup <SAY a>\n");
    }

    @Test
    void aCarriageReturnIsNoPartOfTheLineAndStaysWhereNothingIsChanged() throws IOException {
        assertThat(heardByServer("same\r\nSAY a\r\n")).isEqualTo("same\r\nup <SAY a>\n");
    }

    @Test
    void whatTheTamperThrowsChangesNothingAndIsSaidOnce() throws IOException {
        assertThat(heardByServer("throw\nendless\nfeed\nSAY a\n")).isEqualTo("throw\nendless\nfeed\nup <SAY a>\n");
        assertThat(trouble).singleElement().asString().contains("no idea").contains("TamperedTransportTest.java:");
    }

    @Test
    void aTamperThatCannotBeMadeChangesNothing() throws IOException {
        Channel channel = tampered(() -> {
            throw new IllegalStateException("not today");
        });
        write(channel, "SAID bob a\n");
        channel.endOutput();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("SAID bob a\n");
        assertThat(trouble).singleElement().asString().contains("not today");
    }

    @Test
    void eachConnectionHasATamperOfItsOwn() throws IOException {
        List<Tamper> made = new ArrayList<>();
        TamperedTransport transport = new TamperedTransport(Transport.PLAIN, () -> {
            Tamper tamper = new Marking();
            made.add(tamper);
            return tamper;
        });
        transport.toClient(server);
        transport.toServer(client, "here");
        assertThat(made).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void bytesMayComeOneByOne() throws IOException {
        Channel channel = tampered();
        for (byte one : bytes("SAID bob a\n")) {
            channel.out().write(one);
        }
        channel.out().close();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("down <SAID bob a>\n");
    }
}
