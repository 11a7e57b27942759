package eavesdrop.chat.terminal;

import eavesdrop.LabException;
import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the chat client reports, in words for the person; and how the person is connected.
///
/// For one thread.
final class News {
    /// Marks what came or goes under a seal.
    static final String LOCK = "🔒 ";

    private static final int KEY_SHOWN = 24;
    private static final Duration START = Duration.ofSeconds(1);

    private final Cover cover;
    private final Consumer<Entry> shown;
    private Link link;
    private String toldReason = "";
    private Optional<LabException> unwritten = Optional.empty();

    News(ServerAddress server, Cover cover, Consumer<Entry> shown) {
        this.cover = cover;
        this.shown = shown;
        this.link = new Link.Connecting(server);
    }

    Link link() {
        return link;
    }

    /// Why the person will never be in the chat, if so: a class of their own client is still to be written.
    Optional<LabException> unwritten() {
        return unwritten;
    }

    /// The client reports something.
    void hear(ClientEvent event) {
        switch (event) {
            case ClientEvent.Received(ServerLine line) -> hear(line);
            case ClientEvent.Connected(Name name, ServerAddress server) -> connected(name, server);
            case ClientEvent.Lost(String reason) -> happened("🔌 the connection is lost: " + Shown.of(reason));
            case ClientEvent.Retrying retrying -> {
                unwritten = retrying.unwritten();
                if (!mayBeStarting(retrying)) {
                    down(Shown.of(retrying.reason()));
                }
            }
            case ClientEvent.NameTaken taken -> taken(taken.name());
            case ClientEvent.Unsealed(var line, String text) ->
                shown.accept(new Entry.Whispered(line.from().text(), LOCK + Shown.of(text)));
            case ClientEvent.NotOpened(var line, String reason) ->
                advise("What the server says comes from " + line.from() + " cannot be opened: " + Shown.of(reason)
                        + ".");
            case ClientEvent.CameUnsealed(Name from) ->
                advise("That came without a seal: anybody between you and " + from + " can have written it.");
            case ClientEvent.KeyTaken(Name from, boolean changed) -> keyTaken(from, changed);
            case ClientEvent.KeyRefused(Name from, String reason) ->
                advise("The key of " + from + " cannot be used: " + Shown.of(reason) + ".");
            case ClientEvent.CutOff(Name name) ->
                advise(name + " left without a sealed goodbye: the last words may be missing.");
            case ClientEvent.SealerFailed(String reason) ->
                advise("Your sealer does not work, so nothing will be sent: " + Shown.of(reason) + ".");
        }
    }

    private void hear(ServerLine line) {
        switch (line) {
            case ServerLine.Said(Name from, String text) -> shown.accept(new Entry.Said(from.text(), Shown.of(text)));
            case ServerLine.Told(Name from, String text) ->
                shown.accept(new Entry.Whispered(from.text(), Shown.of(text)));
            case ServerLine.Here(List<Name> names) -> happened("here: " + list(names));
            case ServerLine.Joined(Name name) -> happened(name + " joined");
            case ServerLine.Left(Name name) -> happened(name + " left");
            case ServerLine.Key(Name from, String blob) -> happened(from + " announced a key: " + shortened(blob));
            case ServerLine.Refused refused -> refused(refused.explanation());
            case ServerLine.Unknown(String text) ->
                happened("the server says what nobody here knows: " + Shown.of(text));
            case ServerLine.Welcome _ -> {} // `Connected` says it.
        }
    }

    private static String list(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining(", "));
    }

    private static String shortened(String blob) {
        String harmless = Shown.of(blob);
        return harmless.length() <= KEY_SHOWN ? harmless : harmless.substring(0, KEY_SHOWN) + "…";
    }

    /// Before the welcome the client's own events tell what the refusal means.
    private void refused(String explanation) {
        if (link instanceof Link.Up) {
            shown.accept(new Entry.Advice("The server says: " + Shown.of(explanation)));
        }
    }

    private void connected(Name name, ServerAddress server) {
        link = new Link.Up(name.text(), server, cover);
        toldReason = "";
        happened("connected to " + server + " as " + name);
    }

    /// A server that starts together with the client needs a moment: nobody need be told before the client pauses
    /// longer.
    private boolean mayBeStarting(ClientEvent.Retrying retrying) {
        return link instanceof Link.Connecting
                && !retrying.reached()
                && retrying.pause().compareTo(START) < 0;
    }

    private void down(String reason) {
        boolean alreadyTold = reason.equals(toldReason) || link instanceof Link.Up;
        link = new Link.Down(server(), reason);
        toldReason = reason;
        if (!alreadyTold) {
            happened("🔌 not connected: " + reason);
        }
    }

    private void taken(Name name) {
        String reason = "the name " + name + " is taken";
        link = new Link.Down(server(), reason);
        if (!reason.equals(toldReason)) {
            toldReason = reason;
            shown.accept(new Entry.Advice("Somebody is here as " + name
                    + " already. I ask again and again; /name OTHER takes another name."));
        }
    }

    private ServerAddress server() {
        return switch (link) {
            case Link.Connecting(ServerAddress server) -> server;
            case Link.Up up -> up.server();
            case Link.Down down -> down.server();
        };
    }

    private void keyTaken(Name from, boolean changed) {
        if (changed) {
            advise(from + " has another key than before. That may be " + from + ", or somebody in between.");
        } else {
            happened(LOCK + "what you say to " + from + " is sealed from now on");
        }
    }

    private void advise(String text) {
        shown.accept(new Entry.Advice(text));
    }

    private void happened(String text) {
        shown.accept(new Entry.Happened(text));
    }
}
