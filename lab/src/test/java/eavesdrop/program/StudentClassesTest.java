package eavesdrop.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Transport;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudentClassesTest {
    private static Transport make(String name) {
        return new StudentClasses(Optional.of(name), Optional.empty(), Path.of("my-keys")).makeTransport();
    }

    /// Takes the folder of its keys.
    public record WithKeys(Path keys) implements Transport {
        @Override
        public Channel toServer(Socket connected, String host) {
            return Channel.of(connected);
        }

        @Override
        public Channel toClient(Socket accepted) {
            return Channel.of(accepted);
        }
    }

    /// Fails as soon as it is loaded.
    public static final class FailsWhenLoaded implements Runnable {
        private static final int NUMBER = Integer.parseInt("no number");

        @Override
        public void run() {
            assertThat(NUMBER).isZero();
        }
    }

    @Test
    void givesTheTransportItsKeys() {
        assertThat(make(WithKeys.class.getName())).isEqualTo(new WithKeys(Path.of("my-keys")));
    }

    @Test
    void saysWhatIsWrongWithAClass() {
        assertThatThrownBy(() -> make("no.Such"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("There is no class no.Such");
        assertThatThrownBy(() -> make("java.lang.Object"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("is no Transport");
        assertThatThrownBy(() -> make(FailsWhenLoaded.class.getName()))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("no number");
    }
}
