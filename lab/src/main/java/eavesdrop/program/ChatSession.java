package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.terminal.ChatScreen;
import eavesdrop.chat.terminal.LineChat;
import eavesdrop.chat.terminal.Person;
import eavesdrop.chat.terminal.WhoseTerminal;
import eavesdrop.console.Console;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// One person's chat in this process: on a screen where there is one, else line by line.
public final class ChatSession {
    private final Map<String, String> environment;
    private final Consumer<String> messages;
    private final Consumer<String> notes;

    /// @param messages prints what others say, in line mode
    /// @param notes prints everything else, in line mode
    public ChatSession(Map<String, String> environment, Consumer<String> messages, Consumer<String> notes) {
        this.environment = environment;
        this.messages = messages;
        this.notes = notes;
    }

    /// Talks until the person leaves.
    public void run(Person person, WhoseTerminal whose) {
        askForAddressesEachTime();
        try {
            if (!hasScreen() || !onScreen(person, whose)) {
                lineByLine(person, whose);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// A server's container that was made anew has another address. The JVM would hold on to the old one, or to "there
    /// is none", for up to half a minute.
    private static void askForAddressesEachTime() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    /// Lanterna draws on terminals of Unix. On Windows' console the chat goes line by line.
    private boolean hasScreen() {
        boolean dumb = "dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return Console.isTerminal() && !dumb && !isWindows();
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private boolean onScreen(Person person, WhoseTerminal whose) throws InterruptedException {
        boolean colour = !environment.containsKey("NO_COLOR");
        try {
            ChatScreen.run(
                    person,
                    whose,
                    colour,
                    new FileInputStream(FileDescriptor.in),
                    new FileOutputStream(FileDescriptor.out));
            return true;
        } catch (IOException noUsableTerminal) {
            return false;
        }
    }

    private void lineByLine(Person person, WhoseTerminal whose) throws InterruptedException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, inputCharset()));
        if (!LineChat.run(person, whose, input, messages, notes)) {
            throw LabException.machine(
                    "Not everything was said: " + person.server() + " did not let " + person.name() + " in.",
                    "Look whether the server runs: ./labw status");
        }
    }

    private static Charset inputCharset() {
        return isWindows()
                ? Charset.forName(System.getProperty("stdin.encoding", "UTF-8"), StandardCharsets.UTF_8)
                : StandardCharsets.UTF_8;
    }
}
