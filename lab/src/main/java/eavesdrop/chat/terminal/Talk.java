package eavesdrop.chat.terminal;

import eavesdrop.chat.client.Sending;
import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Name;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /// Each fits into a terminal of 80 columns.
    private static final List<String> HELP = List.of(
            "What you type goes to everyone. A text that starts with / is typed with //.",
            "/whisper NAME TEXT   to one person (the wire and the server see it all the same)",
            "/who   who is here    /name NAME   another name    /quit or exit   leave",
            "Page up and page down scroll, Esc goes to the newest line.",
            "Arrow up brings earlier lines back. Ctrl-C clears the line that you are typing.");

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
        if (sending instanceof Sending.SealedForSome
                || (sending instanceof Sending.Sealed(var to, var _) && !to.isEmpty())) {
            shown.accept(sealed(entry));
        }
        if (sending instanceof Sending.Sent) {
            shown.accept(entry);
        }
        return explain(sending);
    }

    private static Entry sealed(Entry entry) {
        return switch (entry) {
            case Entry.SaidByMe(String text) -> new Entry.SaidByMe(News.LOCK + text);
            case Entry.WhisperedByMe(String to, String text) -> new Entry.WhisperedByMe(to, News.LOCK + text);
            case Entry.Said _, Entry.Whispered _, Entry.Happened _, Entry.Advice _ -> entry;
        };
    }

    /// Who was left out, because nothing can be sealed for them.
    private Outcome leftOut(List<Name> reached, List<Name> leftOut) {
        if (!leftOut.isEmpty()) {
            Outcome _ = notSent(leftOut, "no key of theirs is known, and in clear it would not be sealed");
        } else if (reached.isEmpty()) {
            advise("Nobody else is here.");
        }
        return reached.isEmpty() ? Outcome.KEPT : Outcome.DONE;
    }

    private Outcome notSent(List<Name> names, String reason) {
        String all = names.stream().map(Name::text).collect(Collectors.joining(", "));
        advise("Not sent to " + all + ": " + Shown.of(reason) + ".");
        return Outcome.DONE;
    }

    private Outcome explain(Sending sending) {
        return switch (sending) {
            case Sending.Sent _ -> Outcome.DONE;
            case Sending.NotConnected _ ->
                keep("🔌 Not sent: there is no connection. Press Enter again when it is back; Ctrl-C clears the line.");
            case Sending.Stalled _ ->
                keep("🔌 Not sent: the server does not take it. Press Enter again; Ctrl-C clears the line.");
            case Sending.TooLong(int bytes, int limit) ->
                keep("Not sent: the text has " + bytes + " bytes, and " + limit + " are allowed. Shorten it.");
            case Sending.Sealed(var reached, var leftOut) -> leftOut(reached, leftOut);
            case Sending.SealedForSome(var _, var not, String reason) -> notSent(not, reason);
            case Sending.NotSealed(String reason) -> keep("Not sent, it cannot be sealed: " + Shown.of(reason) + ".");
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
