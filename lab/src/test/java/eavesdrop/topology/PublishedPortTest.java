package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.chat.client.ServerAddress;
import org.junit.jupiter.api.Test;

class PublishedPortTest {
    @Test
    void readsWhereAClientOnThisHostReachesTheServer() {
        assertThat(PublishedPort.parse("127.0.0.1:22347\n")).contains(new ServerAddress("127.0.0.1", 22347));
        assertThat(PublishedPort.parse("192.168.7.9:12345\n")).contains(new ServerAddress("192.168.7.9", 12345));
        assertThat(PublishedPort.parse("0.0.0.0:12345\n[::]:12345\n")).contains(new ServerAddress("127.0.0.1", 12345));
        assertThat(PublishedPort.parse("[fd00::7]:12345\n")).contains(new ServerAddress("fd00::7", 12345));
    }

    @Test
    void takesAnythingElseForNothing() {
        assertThat(PublishedPort.parse("")).isEmpty();
        assertThat(PublishedPort.parse("Error: No public port '12345/tcp' published for chat_wire\n"))
                .isEmpty();
    }
}
