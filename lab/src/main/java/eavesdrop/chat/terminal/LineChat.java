package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ChatClient;
import eavesdrop.chat.client.RetryPauses;
import eavesdrop.chat.client.Transcript;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// The chat without a screen: a line of the input is said, a message is printed as a line.
///
/// Lines wait until there is a connection, so that `echo hello | labw chat` says hello. Ends when the input
/// ends and everything is said, or at `exit`.
public final class LineChat {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LINES_WAITING = 100;

    private final Happenings happenings = new Happenings();
    private final Semaphore room = new Semaphore(LINES_WAITING);
    private final Queue<String> waiting = new ArrayDeque<>();
    private final Transcript transcript;
    private final ChatClient client;
    private final News news;
    private final Talk talk;
    private final WhoseTerminal whose;
    private boolean inputEnded;
    private long giveUpAt;

    private LineChat(Person person, WhoseTerminal whose, Consumer<String> messages, Consumer<String> notes) {
        this.whose = whose;
        Consumer<Entry> printer = entry -> print(entry, messages, notes);
        transcript = person.transcript(event -> happenings.add(new Happening.Heard(event)));
        client = ChatClient.start(person.server(), person.name(), person.links(), RetryPauses.USUAL, transcript);
        news = new News(person.server(), Cover.of(person.links()), printer);
        talk = new Talk(Speaker.of(client), printer);
    }

    /// Talks until the input ends or the person leaves.
    ///
    /// @param input what the person types
    /// @param messages prints what others say
    /// @param notes prints everything else
    /// @return whether everything that was typed was sent
    public static boolean run(
            Person person, WhoseTerminal whose, BufferedReader input, Consumer<String> messages, Consumer<String> notes)
            throws InterruptedException {
        LineChat chat = new LineChat(person, whose, messages, notes);
        Thread.ofPlatform().daemon().name("input").start(() -> chat.readLines(input));
        if (person.typed() != null) {
            TypedPipe.read(person.typed(), chat::take);
        }
        try {
            chat.serve();
        } finally {
            chat.client.close();
            chat.transcript.close();
            chat.hearTheRest();
        }
        whose.needGoingOn(chat.news);
        return chat.waiting.isEmpty();
    }

    private void readLines(BufferedReader input) {
        try {
            input.lines().forEach(this::take);
        } catch (UncheckedIOException gone) {
            // The same as the end of the input.
        }
        happenings.add(new Happening.NoMoreInput());
    }

    /// Takes a line from one of the reading threads, which waits while too many lines are waiting already.
    private void take(String line) {
        room.acquireUninterruptibly();
        happenings.add(new Happening.EnteredLine(line));
    }

    private void serve() throws InterruptedException {
        while (whose.goesOn(news) && (!inputEnded || !waiting.isEmpty())) {
            // While somebody may still type, there is no hurry.
            Happening happening = inputEnded ? happenings.next(untilGivingUp()) : happenings.next();
            if (happening == null) {
                return; // Nobody is there to hear the rest.
            }
            deal(happening);
            sayWhatWaits();
        }
    }

    private Duration untilGivingUp() {
        return Duration.ofNanos(Math.max(0, giveUpAt - System.nanoTime()));
    }

    private void deal(Happening happening) {
        switch (happening) {
            case Happening.Heard(var event) -> news.hear(event);
            case Happening.EnteredLine(String line) -> entered(line);
            case Happening.NoMoreInput _ -> endInput();
            case Happening.Pressed _, Happening.Resized _ -> {} // There is no screen.
        }
    }

    /// What the server must hear waits for a connection. Who leaves still wants said what they said before.
    private void entered(String line) {
        if (inputEnded) {
            return; // Nothing is said after `exit`.
        }
        switch (Entered.parse(line)) {
            case Entered.Text _, Entered.Whisper _, Entered.Who _ -> waiting.add(line);
            case Entered.Quit _ -> endInput();
            case Entered.Nothing _, Entered.Rename _, Entered.Help _, Entered.Mistake _ -> enter(line);
        }
    }

    private void enter(String line) {
        talk.enter(line);
        room.release();
    }

    private void endInput() {
        if (!inputEnded) {
            inputEnded = true;
            giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        }
    }

    private void sayWhatWaits() {
        while (news.link() instanceof Link.Up && !waiting.isEmpty()) {
            enter(waiting.remove());
        }
    }

    /// What the server said in answer to the last lines.
    private void hearTheRest() {
        for (Happening rest = happenings.nextWithoutWaiting(); rest != null; rest = happenings.nextWithoutWaiting()) {
            if (rest instanceof Happening.Heard(var event)) {
                news.hear(event);
            }
        }
    }

    private static void print(Entry entry, Consumer<String> messages, Consumer<String> notes) {
        switch (entry) {
            case Entry.Said _, Entry.Whispered _ -> messages.accept(entry.line());
            case Entry.Happened _, Entry.Advice _ -> notes.accept(entry.line());
            case Entry.SaidByMe _, Entry.WhisperedByMe _ -> {} // The person sees what they type.
        }
    }
}
