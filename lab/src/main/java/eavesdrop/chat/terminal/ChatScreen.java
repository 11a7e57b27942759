package eavesdrop.chat.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import eavesdrop.chat.client.ChatClient;
import eavesdrop.chat.client.RetryPauses;
import eavesdrop.chat.client.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The chat on a terminal.
///
/// The thread that calls `run` does all the work and all the painting. Others only put happenings into the
/// queue: a thread that reads keys, the chat client's, one for the pipe, and the one that the JVM runs for a signal.
public final class ChatScreen {
    /// How long a process that is told to end waits for the goodbye.
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    /// After so many happenings the screen is painted, even if more are waiting.
    private static final int HAPPENINGS_PER_FRAME = 256;

    private final Happenings happenings = new Happenings();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WhoseTerminal whose;
    private final UnixScreen screen;
    private final Painter painter;
    private final ScreenModel model;
    private final Transcript transcript;
    private final ChatClient client;

    private ChatScreen(Person person, WhoseTerminal whose, UnixScreen screen, boolean colour) {
        this.whose = whose;
        this.screen = screen;
        this.painter = new Painter(colour);
        this.transcript = person.transcript(event -> happenings.add(new Happening.Heard(event)));
        this.client = ChatClient.start(person.server(), person.name(), person.links(), RetryPauses.USUAL, transcript);
        this.model = new ScreenModel(person.server(), Cover.of(person.links()), Speaker.of(client), whose.howToLeave());
    }

    /// Shows the chat until the person leaves, the terminal is gone, or the process is told to end.
    ///
    /// @param colour whether the person wants colours
    /// @throws IOException if there is no terminal that can be used; then nothing was done
    public static void run(Person person, WhoseTerminal whose, boolean colour, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        UnixScreen screen = new UnixScreen(in, out);
        ChatScreen chat = new ChatScreen(person, whose, screen, colour);
        Runtime.getRuntime().addShutdownHook(new Thread(chat::endInOrder, "end-of-chat"));
        try {
            chat.listen(person);
            screen.show(whose.beginning());
            chat.serve();
        } catch (IOException terminalIsGone) {
            // The window was closed: the same as leaving.
        } finally {
            chat.leave();
        }
        whose.needGoingOn(chat.model.news());
    }

    private void listen(Person person) throws IOException {
        screen.onResize(() -> happenings.add(new Happening.Resized()));
        happenings.add(new Happening.Resized());
        Thread.ofPlatform().daemon().name("keys").start(this::readKeys);
        if (person.typed() != null) {
            TypedPipe.read(person.typed(), line -> happenings.add(new Happening.EnteredLine(line)));
        }
    }

    private void readKeys() {
        KeyReader reader = new KeyReader();
        try {
            KeyStroke stroke = screen.readInput();
            while (stroke.getKeyType() != KeyType.EOF) {
                reader.read(stroke).ifPresent(key -> happenings.add(new Happening.Pressed(key)));
                stroke = screen.readInput();
            }
        } catch (IOException terminalIsGone) {
            // The same as the end of the input.
        }
        happenings.add(new Happening.NoMoreInput());
    }

    private void serve() throws IOException, InterruptedException {
        while (!model.left() && whose.goesOn(model.news())) {
            deal(happenings.next());
            dealWithWhatWaits();
            screen.show(painter.paint(model.picture()));
        }
    }

    private void dealWithWhatWaits() throws IOException {
        for (int i = 0; i < HAPPENINGS_PER_FRAME && !model.left(); i++) {
            Happening happening = happenings.nextWithoutWaiting();
            if (happening == null) {
                return;
            }
            deal(happening);
        }
    }

    private void deal(Happening happening) throws IOException {
        switch (happening) {
            case Happening.Heard(var event) -> model.hear(event);
            case Happening.Pressed(Key key) -> press(key);
            case Happening.EnteredLine(String line) -> model.enter(line);
            case Happening.Resized _ -> resize();
            case Happening.NoMoreInput _ -> model.leave();
        }
    }

    private void press(Key key) {
        if (key == Key.Action.REPAINT) {
            painter.forget();
        }
        model.press(key);
    }

    /// Whatever the size: another terminal may be attached, which shows nothing of the chat yet.
    private void resize() throws IOException {
        TerminalSize size = screen.getTerminalSize();
        model.resize(size.getColumns(), size.getRows());
        painter.forget();
    }

    private void leave() {
        try {
            screen.show(whose.end());
            screen.close();
        } catch (IOException terminalIsGone) {
            // There is nothing to restore.
        } finally {
            client.close();
            transcript.close();
            ended.countDown();
        }
    }

    /// Runs when the process is told to end (SIGTERM, SIGHUP), and with nothing to do after `run`.
    private void endInOrder() {
        if (ended.getCount() == 0) {
            return;
        }
        try {
            happenings.add(new Happening.NoMoreInput(), GOODBYE);
            boolean _ = ended.await(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
