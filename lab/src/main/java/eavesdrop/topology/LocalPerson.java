package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.Opened;
import eavesdrop.chat.client.ChatClient;
import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ClientEvent.Connected;
import eavesdrop.chat.client.ClientEvent.Lost;
import eavesdrop.chat.client.ClientEvent.NameTaken;
import eavesdrop.chat.client.ClientEvent.Received;
import eavesdrop.chat.client.ClientEvent.Retrying;
import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.RetryPauses;
import eavesdrop.chat.client.Sending;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.client.Transcript;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.terminal.Entered;
import eavesdrop.chat.terminal.KeptScreen;
import eavesdrop.topology.LocalControl.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One of the people of the local lab: a client without a terminal, who says what they are told to type. What their
/// screen would show is kept in a file.
final class LocalPerson {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Name name;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final KeptScreen screen;
    private final Transcript transcript;
    private final ChatClient client;

    /// @param data the folder for the transcript and the screen
    LocalPerson(ServerAddress server, Name name, Links links, Path data) throws IOException {
        this.name = name;
        try (Opened opened = new Opened()) {
            this.screen = opened.add(KeptScreen.in(data.resolve(name + ".screen"), server));
            this.transcript = opened.add(Transcript.to(transcript(data, name.text()), this::hear));
            this.client = ChatClient.start(server, name, links, RetryPauses.USUAL, transcript);
            opened.keep(this);
        }
    }

    /// The file in which a person's client keeps what it hears.
    static Path transcript(Path data, String person) {
        return data.resolve(person + ".heard");
    }

    // A client calls its listener from one thread, in order.
    private void hear(ClientEvent event) {
        screen.hear(event);
        switch (event) {
            case Connected _, Retrying _ -> answered.countDown();
            case Lost _,
                    NameTaken _,
                    Received _,
                    ClientEvent.Unsealed _,
                    ClientEvent.NotOpened _,
                    ClientEvent.CameUnsealed _,
                    ClientEvent.KeyTaken _,
                    ClientEvent.KeyRefused _,
                    ClientEvent.CutOff _,
                    ClientEvent.SealerFailed _ -> {}
        }
    }

    /// Returns when the server has welcomed this person, or the two did not come together; the transcript tells which.
    void awaitAnswer() {
        try {
            if (!answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw LabException.machine(name + " could not join the chat.", "Try './labw down', then './labw up'.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Understands the line as the chat's screen would.
    Answer type(String line) {
        return switch (Entered.parse(line)) {
            case Entered.Text(String text) -> send(line, new ClientLine.Say(text));
            case Entered.Whisper(Name to, String text) -> send(line, new ClientLine.Tell(to, text));
            case Entered.Who _ -> send(line, new ClientLine.Who());
            case Entered.Rename(Name other) -> {
                client.rename(other);
                yield Answer.ok();
            }
            case Entered.Mistake(String remedy) -> Answer.no(remedy);
            case Entered.Nothing _, Entered.Help _, Entered.Quit _ -> Answer.ok();
        };
    }

    private Answer send(String typed, ClientLine line) {
        Sending sending = client.send(line);
        Answer answer = answer(sending);
        if (answer.worked()) {
            screen.typed(typed, sending instanceof Sending.Sealed);
        }
        return answer;
    }

    private static Answer answer(Sending sending) {
        return switch (sending) {
            case Sending.Sent _ -> Answer.ok();
            case Sending.TooLong(int bytes, int limit) ->
                Answer.no("the text has " + bytes + " bytes, and " + limit + " are allowed");
            case Sending.Sealed(var to, var without) ->
                to.isEmpty() ? Answer.no("no key is known of " + without) : Answer.ok();
            case Sending.SealedForSome(var to, var _, String reason) ->
                Answer.no("it was sent to " + to + " only: " + reason);
            case Sending.NotSealed(String reason) -> Answer.no("it cannot be sealed: " + reason);
            case Sending.NotOneLine _ -> Answer.no("the text holds a control character");
            case Sending.Stalled _ -> Answer.no("the server takes no more lines at the moment");
            case Sending.NotConnected _ -> Answer.no("the server is not connected");
        };
    }

    void leave() {
        client.close();
        transcript.close();
        screen.close();
    }
}
