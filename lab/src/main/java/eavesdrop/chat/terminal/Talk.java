package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.Sending;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the chat says to the person and the person to the chat, in words. The screen and the line mode both stand on
/// it.
///
/// For one thread.
final class Talk {
    /// What became of a line that the person entered.
    enum Outcome {
        /// It is done with.
        DONE,
        /// It could not be sent; the person may want to change it or try again.
        KEPT,
        /// The person wants to leave.
        LEAVE
    }

    private static final List<String> HELP = List.of(
            "What you type goes to everyone. A text that starts with / is typed with //.",
            "/whisper NAME TEXT   to one person (the wire and the server see it all the same)",
            "/who   who is here        /name NAME   another name for you        /quit or exit   leave",
            "Page up and page down scroll, Esc goes to the newest line, arrow up brings earlier lines back.");
    private static final int KEY_SHOWN = 24;

    private final Speaker speaker;
    private final Consumer<Entry> shown;
    private Link link;
    private String toldReason = "";

    Talk(ServerAddress server, Speaker speaker, Consumer<Entry> shown) {
        this.speaker = speaker;
        this.shown = shown;
        this.link = new Link.Connecting(server);
    }

    Link link() {
        return link;
    }

    /// The client reports something.
    void hear(ClientEvent event) {
        switch (event) {
            case ClientEvent.Received(ServerLine line) -> hear(line);
            case ClientEvent.Connected(Name name, ServerAddress server) -> connected(name, server);
            case ClientEvent.Lost(String reason) -> happened("🔌 the connection is lost: " + reason);
            case ClientEvent.Retrying retrying -> down(Shown.of(retrying.reason()));
            case ClientEvent.NameTaken taken -> taken(taken.name());
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
            advise("The server says: " + Shown.of(explanation));
        }
    }

    private void connected(Name name, ServerAddress server) {
        link = new Link.Up(name.text(), server);
        toldReason = "";
        happened("connected to " + server + " as " + name);
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
            advise("Somebody is here as " + name + " already. I ask again and again; /name OTHER takes another name.");
        }
    }

    private ServerAddress server() {
        return switch (link) {
            case Link.Connecting(ServerAddress server) -> server;
            case Link.Up up -> up.server();
            case Link.Down down -> down.server();
        };
    }

    /// The person entered a line.
    Outcome enter(String line) {
        return switch (Entered.parse(line)) {
            case Entered.Nothing _ -> Outcome.DONE;
            case Entered.Text(String text) -> send(new ClientLine.Say(text), new Entry.SaidByMe(Shown.of(text)));
            case Entered.Whisper(Name to, String text) ->
                send(new ClientLine.Tell(to, text), new Entry.WhisperedByMe(to.text(), Shown.of(text)));
            case Entered.Who _ -> explain(speaker.send(new ClientLine.Who()));
            case Entered.Rename(Name name) -> rename(name);
            case Entered.Help _ -> help();
            case Entered.Quit _ -> Outcome.LEAVE;
            case Entered.Mistake(String remedy) -> keep(remedy);
        };
    }

    private Outcome send(ClientLine line, Entry entry) {
        Sending sending = speaker.send(line);
        if (sending instanceof Sending.Sent) {
            shown.accept(entry);
        }
        return explain(sending);
    }

    private Outcome explain(Sending sending) {
        return switch (sending) {
            case Sending.Sent _ -> Outcome.DONE;
            case Sending.NotConnected _ ->
                keep("🔌 Not sent: there is no connection. Press Enter again when it is back.");
            case Sending.Stalled _ -> keep("🔌 Not sent: the server does not take it. Press Enter again.");
            case Sending.TooLong(int bytes, int limit) ->
                keep("Not sent: the text has " + bytes + " bytes, and " + limit + " are allowed. Shorten it.");
            case Sending.NotOneLine _ -> keep("Not sent: the text holds a control character. Delete it.");
        };
    }

    private Outcome rename(Name name) {
        speaker.rename(name);
        return Outcome.DONE;
    }

    private Outcome help() {
        HELP.forEach(this::advise);
        return Outcome.DONE;
    }

    private Outcome keep(String why) {
        advise(why);
        return Outcome.KEPT;
    }

    /// Tells the person what to know or do.
    void advise(String text) {
        shown.accept(new Entry.Advice(text));
    }

    private void happened(String text) {
        shown.accept(new Entry.Happened(text));
    }
}
