package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ChatClient;
import java.io.BufferedReader;
import java.io.IOException;
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
    private final Consumer<Entry> printer;
    private boolean inputEnded;
    private long giveUpAt;
    private boolean left;

    private LineChat(Consumer<String> messages, Consumer<String> notes) {
        this.printer = entry -> print(entry, messages, notes);
    }

    /// Talks until the input ends or the person leaves.
    ///
    /// @param input what the person types
    /// @param messages prints what others say
    /// @param notes prints everything else
    /// @return whether everything that was typed was sent
    public static boolean run(Person person, BufferedReader input, Consumer<String> messages, Consumer<String> notes)
            throws InterruptedException {
        return new LineChat(messages, notes).run(person, input);
    }

    private boolean run(Person person, BufferedReader input) throws InterruptedException {
        ChatClient client =
                ChatClient.start(person.server(), person.name(), event -> happenings.add(new Happening.Heard(event)));
        Talk talk = new Talk(person.server(), Speaker.of(client), printer);
        Thread.ofPlatform().daemon().name("input").start(() -> readLines(input));
        if (person.typed() != null) {
            TypedPipe.read(person.typed(), line -> happenings.add(new Happening.EnteredLine(line)));
        }
        try {
            serve(talk);
        } finally {
            client.close();
            hearTheRest(talk);
        }
        return waiting.isEmpty();
    }

    private void readLines(BufferedReader input) {
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                room.acquire();
                happenings.add(new Happening.EnteredLine(line));
            }
        } catch (IOException gone) {
            // The same as the end of the input.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        happenings.add(new Happening.NoMoreInput());
    }

    private void serve(Talk talk) throws InterruptedException {
        while (!left && !(inputEnded && waiting.isEmpty())) {
            Happening happening = happenings.next(patience());
            if (happening == null) {
                return; // Nobody is there to hear the rest.
            }
            deal(talk, happening);
            sayWhatWaits(talk);
        }
    }

    /// While somebody may still type, there is no hurry.
    private Duration patience() {
        long left = giveUpAt - System.nanoTime();
        return inputEnded ? Duration.ofNanos(Math.max(0, left)) : Duration.ofDays(1);
    }

    private void deal(Talk talk, Happening happening) {
        switch (happening) {
            case Happening.Heard(var event) -> talk.hear(event);
            case Happening.EnteredLine(String line) -> entered(talk, line);
            case Happening.NoMoreInput _ -> {
                inputEnded = true;
                giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            }
            case Happening.Pressed _, Happening.Resized _ -> {} // There is no screen.
        }
    }

    private void entered(Talk talk, String line) {
        boolean forTheServer = switch (Entered.parse(line)) {
            case Entered.Text _, Entered.Whisper _, Entered.Who _ -> true;
            case Entered.Nothing _, Entered.Rename _, Entered.Help _, Entered.Quit _, Entered.Mistake _ -> false;
        };
        if (forTheServer) {
            waiting.add(line);
        } else {
            left = talk.enter(line) == Talk.Outcome.LEAVE;
            room.release();
        }
    }

    private void sayWhatWaits(Talk talk) {
        while (talk.link() instanceof Link.Up && !waiting.isEmpty()) {
            talk.enter(waiting.remove());
            room.release();
        }
    }

    /// What the server said in answer to the last lines.
    private void hearTheRest(Talk talk) {
        for (Happening rest = happenings.nextWithoutWaiting(); rest != null; rest = happenings.nextWithoutWaiting()) {
            if (rest instanceof Happening.Heard(var event)) {
                talk.hear(event);
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
