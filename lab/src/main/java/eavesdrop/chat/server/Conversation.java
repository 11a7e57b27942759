package eavesdrop.chat.server;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.ErrorCode;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ReceivedLine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the server makes of the lines of one client, one after the other. Knows no socket.
///
/// Used by the client's reader thread only.
final class Conversation {
    private final Room room;
    private final Outbox outbox;
    private final String address;
    private final ServerLimits limits;
    private @Nullable Member me;
    private int badInARow;

    Conversation(Room room, Outbox outbox, String address, ServerLimits limits) {
        this.room = room;
        this.outbox = outbox;
        this.address = address;
        this.limits = limits;
    }

    /// Whether this client has said a good HELLO.
    boolean hasJoined() {
        return me != null;
    }

    /// Answers a line. Returns why the conversation ends here, or nothing when it goes on.
    Optional<OperatorEvent.Reason> hear(ReceivedLine line) {
        return switch (line) {
            case ReceivedLine.Text good when good.text().isEmpty() -> Optional.empty();
            case ReceivedLine.Text good -> obey(ClientLine.parse(good.text()), good.text());
            case ReceivedLine.TooLong _ ->
                refuse(ErrorCode.TOO_LONG, "a line has at most " + Limits.LINE_BYTES + " bytes", "");
            case ReceivedLine.NotUtf8 bad -> refuse(ErrorCode.NOT_UTF8, "a line must be UTF-8 text", bad.readable());
        };
    }

    private Optional<OperatorEvent.Reason> obey(ClientLine line, String text) {
        Member known = me;
        return switch (line) {
            case ClientLine.Bye() -> Optional.of(OperatorEvent.Reason.BYE);
            case ClientLine.Unusable bad
            when known != null || bad.code() == ErrorCode.BAD_NAME -> refuse(bad.code(), bad.explanation(), text);
            case ClientLine.Unusable _ -> helloFirst(text);
            case ClientLine.Hello(Name name) -> known == null ? join(name, text) : secondHello(known, text);
            case ClientLine.Say(String said) -> known == null ? helloFirst(text) : good(() -> room.say(known, said));
            case ClientLine.Tell(Name to, String told) ->
                known == null ? helloFirst(text) : tell(known, to, told, text);
            case ClientLine.Who() -> known == null ? helloFirst(text) : good(() -> room.who(known));
            case ClientLine.Key(String blob) ->
                known == null ? helloFirst(text) : good(() -> room.announce(known, blob));
        };
    }

    private Optional<OperatorEvent.Reason> good(Runnable deed) {
        badInARow = 0;
        deed.run();
        return Optional.empty();
    }

    private Optional<OperatorEvent.Reason> join(Name name, String text) {
        Optional<Member> joined = room.join(name, outbox, address);
        if (joined.isEmpty()) {
            return refuse(ErrorCode.NAME_TAKEN, name + " is here already, choose another name", text);
        }
        me = joined.get();
        badInARow = 0;
        return Optional.empty();
    }

    private Optional<OperatorEvent.Reason> secondHello(Member known, String text) {
        return refuse(
                ErrorCode.NAME_TAKEN,
                "you are " + known.name() + " already; to change your name, say BYE and connect again",
                text);
    }

    private Optional<OperatorEvent.Reason> tell(Member from, Name to, String told, String text) {
        if (room.tell(from, to, told)) {
            badInARow = 0;
            return Optional.empty();
        }
        return refuse(ErrorCode.NO_SUCH_USER, to + " is not here; WHO shows who is", text);
    }

    private Optional<OperatorEvent.Reason> helloFirst(String text) {
        return refuse(ErrorCode.HELLO_FIRST, "say HELLO and your name first, for example HELLO alice", text);
    }

    private Optional<OperatorEvent.Reason> refuse(ErrorCode code, String explanation, String text) {
        badInARow++;
        boolean enough = badInARow >= limits.badLines();
        String ending = enough ? "; that was bad line " + badInARow + " in a row, goodbye" : "";
        room.refuse(outbox, refused(code, text), explanation + ending);
        return enough ? Optional.of(OperatorEvent.Reason.BAD_LINES) : Optional.empty();
    }

    /// No HELLO came in time.
    void tooLate() {
        String seconds = limits.hello().toSeconds() + " seconds";
        room.refuse(outbox, refused(ErrorCode.HELLO_FIRST, ""), "no HELLO came within " + seconds + ", goodbye");
    }

    /// More clients than the server takes.
    void turnAway() {
        room.refuse(outbox, refused(ErrorCode.SERVER_FULL, ""), "too many people are here, try again later");
    }

    private OperatorEvent.Refused refused(ErrorCode code, String text) {
        Member known = me;
        return new OperatorEvent.Refused(known == null ? address : known.name().text(), known != null, code, text);
    }

    /// The client is gone.
    void end(OperatorEvent.Reason reason) {
        Member known = me;
        if (known != null) {
            room.leave(known, reason);
        }
    }
}
