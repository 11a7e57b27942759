package eavesdrop.exercises.lab3;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Tamper;
import java.util.List;

/// A dishonest operator's hand on one connection. Nobody must notice: each other line passes letter by letter as it is.
public final class Forger implements Tamper {
    private final Plan plan;

    /// Who sits on this connection; empty before WELCOME. One thread writes it, another one reads it.
    private volatile String who = "";

    private boolean invented;

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
        return ServerLine.parse(line) instanceof ServerLine.Welcome(Name name) ? name.text() : before;
    }

    /// What the server hears instead of a line from the client.
    ///
    /// In what the plan's victim says, to all or to one, every plan.word() becomes plan.instead().
    /// A line that would be longer than 4,096 bytes with its LF passes unchanged: the ERROR would betray you.
    ///
    /// @param who sits on the connection; names that differ in case alone are the same
    String rewritten(String who, String line) {
        if (!who.equalsIgnoreCase(plan.victim())) {
            return line;
        }
        return switch (ClientLine.parse(line)) {
            case ClientLine.Say(String text) when text.contains(plan.word()) ->
                fitting(new ClientLine.Say(forged(text)), line);
            case ClientLine.Tell(Name to, String text) when text.contains(plan.word()) ->
                fitting(new ClientLine.Tell(to, forged(text)), line);
            // "SAY" alone is printed as "SAY ": what has not to change is never printed anew.
            default -> line;
        };
    }

    /// The lines that go on to the client instead of one from the server.
    ///
    /// That is the line itself. Once, after the first line to everyone in which the plan's speaker says plan.cue(),
    /// the invented line follows, with the speaker's name as it is written there. Only the plan's reader gets it.
    List<String> followed(String who, String line) {
        boolean cue = ServerLine.parse(line) instanceof ServerLine.Said said
                && said.from().text().equalsIgnoreCase(plan.speaker())
                && said.text().startsWith(plan.cue());
        if (invented || !cue || !who.equalsIgnoreCase(plan.reader())) {
            return List.of(line);
        }
        invented = true;
        String speaker = line.split(" ")[1];
        return List.of(line, "SAID " + speaker + " " + plan.invented());
    }

    private String forged(String text) {
        return text.replace(plan.word(), plan.instead());
    }

    private static String fitting(ClientLine forged, String line) {
        return forged.bytes().length <= Limits.LINE_BYTES ? forged.print() : line;
    }
}
