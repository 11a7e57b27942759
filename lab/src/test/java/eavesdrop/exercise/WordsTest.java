package eavesdrop.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final StackTraceElement THEIRS =
            new StackTraceElement("eavesdrop.exercises.lab4.TlsTransport", "toClient", "TlsTransport.java", 40);

    private static String words(String message, Optional<StackTraceElement> place) {
        Event event = new Event(Event.Kind.THROWN, "a test", message, "NullPointerException", List.of());
        return Words.of(event, place, RunLimits.STANDARD);
    }

    @Test
    void sayThatAMethodOfTheStudentsGaveNull() {
        assertThat(words(
                        "Cannot invoke \"SSLContext.getSocketFactory()\" because \"context\" is null",
                        Optional.empty()))
                .isEqualTo("A method of yours gave null, where the test needs what it is to give. (Cannot invoke"
                        + " \"SSLContext.getSocketFactory()\" because \"context\" is null)");
        assertThat(words("", Optional.empty()))
                .isEqualTo("A method of yours gave null, where the test needs what it is to give.");
    }

    @Test
    void sayThatTheStudentsCodeMetNull() {
        assertThat(words("\"keys\" is null", Optional.of(THEIRS)))
                .isEqualTo("Your code throws NullPointerException: \"keys\" is null");
    }
}
