package eavesdrop.exercises.lab3;

import eavesdrop.chat.seam.Tamper;
import eavesdrop.exercises.TodoException;
import java.util.List;

/// A dishonest operator's hand on one connection. Nobody must notice: each other line passes letter by letter as it is.
public final class Forger implements Tamper {
    private final Plan plan;

    /// Who sits on this connection; empty before WELCOME. One thread writes it, another one reads it.
    private volatile String who = "";

    public Forger(Plan plan) {
        this.plan = plan;
    }

    @Override
    public List<String> fromClient(String line) {
        return List.of(rewritten(who, line));
    }

    @Override
    public List<String> toClient(String line) {
        who = seat(who, line);
        return followed(who, line);
    }

    /// Who sits on this connection, after a line from the server. HELLO is a wish only; WELCOME grants it.
    ///
    /// @param before who sat there before; empty for nobody
    String seat(String before, String line) {
        // TODO(3.1): take the name from the line that welcomes somebody; from every other line, nothing changes.
        // Source: worksheets/protocol.md; the classes ServerLine and Name of the kit
        throw new TodoException("3.1", "find out who sits on the connection");
    }

    /// What the server hears instead of a line from the client.
    ///
    /// In what the plan's victim says, to all or to one, every plan.word() becomes plan.instead().
    /// A line that would be longer than 4,096 bytes with its LF passes unchanged: the ERROR would betray you.
    ///
    /// @param who sits on the connection; names that differ in case alone are the same
    String rewritten(String who, String line) {
        // TODO(3.2): rewrite the text of the victim's SAY and TELL, and nothing else.
        // Source: the classes ClientLine and Limits of the kit
        throw new TodoException("3.2", "rewrite one person's words");
    }

    /// The lines that go on to the client instead of one from the server.
    ///
    /// That is the line itself. Once, after the first line to everyone in which the plan's speaker says plan.cue(),
    /// the invented line follows, with the speaker's name as it is written there. Only the plan's reader gets it.
    List<String> followed(String who, String line) {
        // TODO(3.3): put the invented SAID line behind the cue, once.
        // Source: the class ServerLine of the kit
        throw new TodoException("3.3", "invent what another person never said");
    }
}
