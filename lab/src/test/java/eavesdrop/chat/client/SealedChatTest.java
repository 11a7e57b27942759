package eavesdrop.chat.client;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ClientEvent.Connected;
import eavesdrop.chat.client.ClientEvent.CutOff;
import eavesdrop.chat.client.ClientEvent.KeyTaken;
import eavesdrop.chat.client.ClientEvent.NotOpened;
import eavesdrop.chat.client.ClientEvent.Retrying;
import eavesdrop.chat.client.ClientEvent.Unsealed;
import eavesdrop.chat.client.ScriptedServer.Peer;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Sealer;
import eavesdrop.chat.seam.Transport;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SealedChatTest {
    private static final Name ALICE = new Name("alice");
    private static final Name BOB = new Name("bob");
    private static final String UNUSABLE = "key-of-nobody";
    private static final RetryPauses AN_HOUR = new RetryPauses(Duration.ofHours(1), Duration.ofHours(1));

    private final Heard heard = new Heard();
    private ScriptedServer server;

    /// Writes texts backwards, which is no cipher, but can be seen.
    private static final class Backwards implements Sealer {
        @Override
        public Optional<String> announcement() {
            return Optional.of("key-of-alice");
        }

        @Override
        public Conversation with(String me, String other, String blob) {
            return new Conversation() {
                @Override
                public String seal(String text) {
                    if (blob.equals(UNUSABLE)) {
                        throw new IllegalStateException("this key is of no use");
                    }
                    return "box:" + reversed(text);
                }

                @Override
                public Opened open(String box) throws GeneralSecurityException {
                    if (!box.startsWith("box:")) {
                        throw new GeneralSecurityException("it was changed");
                    }
                    String text = reversed(box.substring(4));
                    return text.equals("bye") ? new Opened.Goodbye() : new Opened.Text(text);
                }

                @Override
                public Optional<String> goodbye() {
                    return Optional.of(seal("bye"));
                }
            };
        }

        private static String reversed(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private ChatClient sealing() {
        Links links = new Links(Links.PLAIN.sockets(), Transport.PLAIN, Backwards::new);
        return ChatClient.start(server.address(), ALICE, links, AN_HOUR, heard);
    }

    private Peer talkingToBob() throws Exception {
        Peer peer = server.welcome("alice");
        assertThat(peer.read()).isEqualTo("KEY key-of-alice");
        peer.say("HERE alice bob carol");
        peer.say("KEY bob key-of-bob");
        assertThat(heard.next(KeyTaken.class)).isEqualTo(new KeyTaken(BOB, false));
        return peer;
    }

    @Test
    void sealsWhatIsSaidAndNamesWhoWasLeftOut() throws Exception {
        try (ChatClient client = sealing()) {
            Peer peer = talkingToBob();
            assertThat(client.send(new ClientLine.Say("hello")))
                    .isEqualTo(new Sending.Sealed(List.of(BOB), List.of(new Name("carol"))));
            assertThat(peer.read()).isEqualTo("TELL bob box:olleh");
        }
    }

    @Test
    void saysWhoHeardItWhenItCannotBeSealedForTheNext() throws Exception {
        Name carol = new Name("carol");
        try (ChatClient client = sealing()) {
            Peer peer = talkingToBob();
            peer.say("KEY carol " + UNUSABLE);
            assertThat(heard.next(KeyTaken.class).from()).isEqualTo(carol);

            assertThat(client.send(new ClientLine.Say("hello")))
                    .isInstanceOfSatisfying(Sending.SealedForSome.class, sent -> {
                        assertThat(sent.to()).containsExactly(BOB);
                        assertThat(sent.not()).containsExactly(carol);
                        assertThat(sent.reason()).contains("this key is of no use");
                    });
            assertThat(client.send(new ClientLine.Tell(carol, "hello"))).isInstanceOf(Sending.NotSealed.class);
            client.send(new ClientLine.Who());

            assertThat(peer.read()).isEqualTo("TELL bob box:olleh");
            assertThat(peer.read()).isEqualTo("WHO");
        }
    }

    @Test
    void sendsNothingInClearToOneWithoutKey() throws Exception {
        try (ChatClient client = sealing()) {
            Peer peer = talkingToBob();
            assertThat(client.send(new ClientLine.Tell(new Name("carol"), "hello")))
                    .isEqualTo(new Sending.Sealed(List.of(), List.of(new Name("carol"))));
            client.send(new ClientLine.Who());
            assertThat(peer.read()).isEqualTo("WHO");
        }
    }

    @Test
    void opensWhatIsToldAndGoesOnAfterADamagedOne() throws Exception {
        try (ChatClient _ = sealing()) {
            Peer peer = talkingToBob();
            peer.say("TOLD bob changed");
            peer.say("TOLD bob box:olleh");
            assertThat(heard.next(NotOpened.class).reason()).isEqualTo("it was changed");
            assertThat(heard.next(Unsealed.class).text()).isEqualTo("hello");
        }
    }

    @Test
    void saysThatTheLastWordsMayBeMissing() throws Exception {
        try (ChatClient _ = sealing()) {
            Peer peer = talkingToBob();
            peer.say("LEFT bob");
            assertThat(heard.next(CutOff.class).name()).isEqualTo(BOB);
            peer.say("KEY bob another-key");
            assertThat(heard.next(KeyTaken.class).changed()).isTrue();
            peer.say("TOLD bob box:eyb");
            peer.say("LEFT bob");
            peer.say("TOLD bob last");
            assertThat(heard.next()).isInstanceOf(ClientEvent.Received.class);
            assertThat(heard.next())
                    .isEqualTo(new ClientEvent.Received(eavesdrop.chat.protocol.ServerLine.parse("TOLD bob last")));
        }
    }

    @Test
    void saysGoodbyeUnderTheSealBeforeBye() throws Exception {
        ChatClient client = sealing();
        Peer peer = talkingToBob();
        Thread closing = Thread.ofVirtual().start(client::close);
        assertThat(peer.read()).isEqualTo("TELL bob box:eyb");
        assertThat(peer.read()).isEqualTo("BYE");
        peer.close();
        closing.join();
    }

    @Test
    void tellsThePersonWhyTheHandshakeFailed() throws Exception {
        Transport refusing = new Transport() {
            @Override
            public Channel toServer(Socket connected, String host) throws IOException {
                throw new IOException("the certificate is not for " + host);
            }

            @Override
            public Channel toClient(Socket accepted) {
                return Channel.of(accepted);
            }
        };
        Links links = new Links(Links.PLAIN.sockets(), refusing, () -> Sealer.PLAIN);
        try (ChatClient _ = ChatClient.start(server.address(), ALICE, links, AN_HOUR, heard)) {
            Retrying refused = heard.next(Retrying.class);
            assertThat(refused.reason()).contains("failed: the certificate is not for 127.0.0.1");
            assertThat(refused.reached()).isTrue();
        }
    }

    @Test
    void sendsNothingWhenTheSealerDoesNotWork() throws Exception {
        Links links = new Links(Links.PLAIN.sockets(), Transport.PLAIN, () -> {
            throw new IllegalStateException("no key");
        });
        try (ChatClient client = ChatClient.start(server.address(), ALICE, links, AN_HOUR, heard)) {
            server.welcome("alice");
            heard.next(Connected.class);
            assertThat(client.send(new ClientLine.Say("hello"))).isInstanceOf(Sending.NotSealed.class);
        }
    }
}
