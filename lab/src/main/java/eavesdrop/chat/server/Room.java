package eavesdrop.chat.server;

import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.Printable;
import eavesdrop.chat.protocol.ServerLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who is in the chat, and what they say to each other.
///
/// One lock puts everything in one order: what stands first in the operator's log is heard first by everybody.
/// Each thing is recorded before it is relayed. Nothing that can wait happens under the lock but the write to the
/// log; whoever speaks to a client with a full queue waits after the lock is released.
final class Room {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Recorder recorder;
    private boolean closed;

    Room(Recorder recorder) {
        this.recorder = recorder;
    }

    /// One turn of the chat. Does nothing once the room is closed.
    ///
    /// @param turn is given a list to which it adds the full queues that it met
    private void inTurn(Consumer<List<Outbox>> turn) {
        List<Outbox> crowded = new ArrayList<>(0);
        lock.lock();
        try {
            if (!closed) {
                turn.accept(crowded);
            }
        } finally {
            lock.unlock();
        }
        crowded.forEach(Outbox::awaitCalm);
    }

    void open(int port, Optional<String> scenario) {
        inTurn(_ -> recorder.record(new OperatorEvent.Started(port, scenario)));
    }

    /// Lets somebody in; nothing if the name is taken.
    Optional<Member> join(Name name, Outbox outbox, String address) {
        Member newcomer = new Member(name, outbox);
        boolean[] welcome = new boolean[1];
        inTurn(crowded -> {
            welcome[0] = members.putIfAbsent(name.key(), newcomer) == null;
            if (welcome[0]) {
                recorder.record(new OperatorEvent.Joined(name, address));
                greet(newcomer, crowded);
                toAllBut(newcomer, new ServerLine.Joined(name), crowded);
            }
        });
        return welcome[0] ? Optional.of(newcomer) : Optional.empty();
    }

    private void greet(Member newcomer, List<Outbox> crowded) {
        send(newcomer, new ServerLine.Welcome(newcomer.name()), crowded);
        sendNames(newcomer, crowded);
        for (Member other : members.values()) {
            other.key().ifPresent(blob -> send(newcomer, new ServerLine.Key(other.name(), blob), crowded));
        }
    }

    /// Who is here, in the order of coming; as many lines as it takes.
    void who(Member asker) {
        inTurn(crowded -> sendNames(asker, crowded));
    }

    private void sendNames(Member to, List<Outbox> crowded) {
        int inOneLine = (Limits.LINE_BYTES - "HERE\n".length()) / (Limits.NAME_CHARACTERS + 1);
        List<Name> names = members.values().stream().map(Member::name).toList();
        for (int from = 0; from < names.size(); from += inOneLine) {
            int until = Math.min(from + inOneLine, names.size());
            send(to, new ServerLine.Here(names.subList(from, until)), crowded);
        }
    }

    void say(Member from, String text) {
        inTurn(crowded -> {
            recorder.record(new OperatorEvent.Said(from.name(), text));
            toAllBut(from, new ServerLine.Said(from.name(), Printable.of(text)), crowded);
        });
    }

    /// Whispers. Returns whether there is somebody of that name.
    boolean tell(Member from, Name to, String text) {
        boolean[] found = new boolean[1];
        inTurn(crowded -> {
            Member listener = members.get(to.key());
            found[0] = listener != null;
            if (listener != null) {
                recorder.record(new OperatorEvent.Told(from.name(), listener.name(), text));
                send(listener, new ServerLine.Told(from.name(), Printable.of(text)), crowded);
            }
        });
        return found[0];
    }

    /// Announces a public key to all, the announcer too, and to those who come later.
    void announce(Member from, String blob) {
        inTurn(crowded -> {
            from.announce(blob);
            recorder.record(new OperatorEvent.KeyAnnounced(from.name(), blob));
            toAllBut(null, new ServerLine.Key(from.name(), blob), crowded);
        });
    }

    /// Answers a bad line.
    ///
    /// @param refusal what the operator sees of it
    void refuse(Outbox outbox, OperatorEvent.Refused refusal, String explanation) {
        inTurn(crowded -> {
            recorder.record(refusal);
            if (outbox.add(new ServerLine.Refused(refusal.code(), explanation).bytes())) {
                crowded.add(outbox);
            }
        });
    }

    /// Somebody is gone; the name is free again, and the key forgotten.
    void leave(Member member, OperatorEvent.Reason reason) {
        inTurn(crowded -> {
            members.remove(member.name().key());
            recorder.record(new OperatorEvent.Left(member.name(), reason));
            toAllBut(member, new ServerLine.Left(member.name()), crowded);
            // Whoever leaves waits for nobody.
            crowded.clear();
        });
    }

    /// Ends the chat: what was recorded so far is all that will be relayed.
    void close() {
        inTurn(_ -> {
            closed = true;
            for (Member member : members.values()) {
                recorder.record(new OperatorEvent.Left(member.name(), OperatorEvent.Reason.STOPPED));
            }
            members.clear();
        });
    }

    /// The last entry of the log, when all connections have ended.
    void end() {
        lock.lock();
        try {
            recorder.record(new OperatorEvent.Stopped());
        } finally {
            lock.unlock();
        }
    }

    private void toAllBut(@Nullable Member excepted, ServerLine line, List<Outbox> crowded) {
        byte[] bytes = line.bytes();
        Collection<Member> all = members.values();
        for (Member member : all) {
            if (member != excepted && member.outbox().add(bytes)) {
                crowded.add(member.outbox());
            }
        }
    }

    private static void send(Member to, ServerLine line, List<Outbox> crowded) {
        if (to.outbox().add(line.bytes())) {
            crowded.add(to.outbox());
        }
    }
}
