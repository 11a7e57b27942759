package eavesdrop.chat.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// The status bar must not say of a rung what is true of another one.
class CoverTest {
    private static final ServerAddress SERVER = new ServerAddress("chat-server", 12345);

    private static final class TlsTransport implements Transport {
        @Override
        public Channel toServer(Socket connected, String host) {
            return Channel.of(connected);
        }

        @Override
        public Channel toClient(Socket accepted) {
            return Channel.of(accepted);
        }
    }

    private static String bar(Links links, int width) {
        return StatusBar.row(new Link.Up("alice", SERVER, Cover.of(links)), true, 0, width)
                .text();
    }

    @Test
    void withoutAnythingAnyoneOnTheWireCanRead() {
        assertThat(bar(Links.PLAIN, 100)).contains("anyone on the wire can read along");
    }

    @Test
    void withATransportItIsWhoeverHoldsTheOtherEnd() {
        Links tls = new Links(Links.PLAIN.sockets(), new TlsTransport(), Links.PLAIN.sealers());

        assertThat(bar(tls, 100))
                .contains("through TlsTransport; whoever holds its other end can read")
                .doesNotContain("wire");
        assertThat(bar(tls, 30)).contains("its other end can read");
    }

    @Test
    void withASealerItIsTheReader() {
        Links sealed = new Links(
                Links.PLAIN.sockets(),
                Transport.PLAIN,
                () -> Links.PLAIN.sealers().get());

        assertThat(bar(sealed, 100)).contains("🔒 is for its reader alone").doesNotContain("anyone");
    }
}
