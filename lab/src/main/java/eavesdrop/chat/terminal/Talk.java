package eavesdrop.chat.terminal;

import eavesdrop.chat.client.Sending;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import java.util.List;
import java.util.function.Consumer;

/// What the person says: understands the lines that they enter, and tells what became of them.
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

    private final Speaker speaker;
    private final Consumer<Entry> shown;

    Talk(Speaker speaker, Consumer<Entry> shown) {
        this.speaker = speaker;
        this.shown = shown;
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
}
