package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.pcap.Endpoint;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who sits behind a stream.
class NamesTest {
    private static final Endpoint CLIENT = new Endpoint(InetAddress.getLoopbackAddress(), 40_000);
    private static final Endpoint SERVER = new Endpoint(InetAddress.getLoopbackAddress(), 12_345);

    private final Names names = new Names();

    @Test
    void whoSaysHelloIsCalledSo() {
        assertThat(after(from("HELLO alice"))).isEqualTo("alice");
    }

    @Test
    void whoseNameIsRefusedIsNotCalledSo() {
        WireLine hello = from("HELLO alice");
        assertThat(after(hello, to("ERROR name-taken alice is here"))).isEqualTo(CLIENT.toString());
        assertThat(after(hello, from("HELLO eve"), to("WELCOME eve"))).isEqualTo("eve");
    }

    @Test
    void anotherErrorTakesNoName() {
        assertThat(after(from("HELLO alice"), to("ERROR no-such-user nobody is called zed")))
                .isEqualTo("alice");
    }

    private String after(WireLine... lines) {
        List.of(lines).forEach(names::learn);
        return names.client(lines[0]);
    }

    private static WireLine from(String text) {
        return line(text, true);
    }

    private static WireLine to(String text) {
        return line(text, false);
    }

    private static WireLine line(String text, boolean fromClient) {
        return new WireLine(
                0,
                fromClient,
                fromClient ? CLIENT : SERVER,
                fromClient ? SERVER : CLIENT,
                Instant.EPOCH,
                List.of(1),
                0,
                66,
                text,
                true);
    }
}
