package eavesdrop.chat.client;

import eavesdrop.chat.protocol.ClientLine;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.Failure;
import eavesdrop.chat.seam.Sealer;
import eavesdrop.chat.seam.Sealer.Opened;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The sealed conversations of one connection: who is here, whose key is known, what is sealed and opened.
///
/// What is sealed is sent under the same lock: a sealer counts, and the lines must go out in the order of its count.
final class Seals {
    /// Bytes of text that fit under a seal, in base64 and with what the sealer adds, into one line.
    private static final int TEXT_BYTES = 2_800;

    private record Partner(String blob, Sealer.Conversation conversation) {}

    private final Name me;
    private final Consumer<ClientEvent> listener;
    private final List<ClientEvent> news = new ArrayList<>();
    private final Map<String, Name> here = new LinkedHashMap<>();
    private final Map<String, Partner> partners = new HashMap<>();
    private final Map<String, String> earlierBlobs = new HashMap<>();
    private final Map<String, Name> saidGoodbye = new HashMap<>();
    private Optional<Sealer> sealer = Optional.empty();
    private Optional<String> blob = Optional.empty();
    private Optional<String> broken = Optional.empty();

    Seals(Name me, Consumer<ClientEvent> listener) {
        this.me = me;
        this.listener = listener;
    }

    /// After the welcome. Returns the line that announces the key, when the sealer has one. A sealer that fails lets
    /// nothing go out: a person who wants to be sealed must not be heard in clear.
    Optional<ClientLine> begin(Supplier<Sealer> sealers) {
        Optional<ClientLine> announcement = make(sealers);
        tell();
        return announcement;
    }

    private synchronized Optional<ClientLine> make(Supplier<Sealer> sealers) {
        try {
            Sealer made = sealers.get();
            blob = made.announcement();
            sealer = blob.map(_ -> made);
            return blob.map(ClientLine.Key::new);
        } catch (RuntimeException | Error failure) {
            broken = Optional.of(Failure.inWords(failure));
            news.add(new ClientEvent.SealerFailed(Failure.inWords(failure)));
            return Optional.empty();
        }
    }

    /// Tells the listener what the server's line means under the seal. The thread that reads calls this.
    void hear(ServerLine line) {
        understand(line);
        tell();
    }

    /// Not under the lock: a listener may wait for somebody who is just sending.
    private void tell() {
        List<ClientEvent> told;
        synchronized (this) {
            told = List.copyOf(news);
            news.clear();
        }
        told.forEach(listener);
    }

    private synchronized void understand(ServerLine line) {
        if (sealer.isEmpty()) {
            news.add(new ClientEvent.Received(line));
            return;
        }
        if (line instanceof ServerLine.Told told
                && partners.containsKey(told.from().key())) {
            open(told);
            return;
        }
        news.add(new ClientEvent.Received(line));
        switch (line) {
            case ServerLine.Here(List<Name> names) -> names.forEach(name -> here.put(name.key(), name));
            case ServerLine.Joined(Name name) -> here.put(name.key(), name);
            case ServerLine.Key(Name from, String announced) -> announced(from, announced);
            case ServerLine.Left(Name name) -> left(name);
            case ServerLine.Said(Name from, String _) -> inClear(from);
            case ServerLine.Welcome _, ServerLine.Told _, ServerLine.Refused _, ServerLine.Unknown _ -> {}
        }
    }

    /// Anybody between the two can have written what came without a seal.
    private void inClear(Name from) {
        if (partners.containsKey(from.key())) {
            news.add(new ClientEvent.CameUnsealed(from));
        }
    }

    private void announced(Name from, String announced) {
        here.put(from.key(), from);
        if (from.key().equals(me.key())) {
            if (!blob.equals(Optional.of(announced))) {
                news.add(new ClientEvent.KeyRefused(
                        from, "the server says that it is yours, but you announced another one"));
            }
            return;
        }
        Partner known = partners.get(from.key());
        if (known != null && known.blob().equals(announced)) {
            return;
        }
        String earlier = earlierBlobs.put(from.key(), announced);
        boolean changed = earlier != null && !earlier.equals(announced);
        try {
            partners.put(from.key(), new Partner(announced, theSealer().with(me.text(), from.text(), announced)));
            news.add(new ClientEvent.KeyTaken(from, changed));
        } catch (GeneralSecurityException | RuntimeException | Error refused) {
            partners.remove(from.key());
            news.add(new ClientEvent.KeyRefused(from, Failure.inWords(refused)));
        }
    }

    private Sealer theSealer() {
        return sealer.orElseThrow();
    }

    private void open(ServerLine.Told told) {
        Partner partner = partners.get(told.from().key());
        if (partner == null) {
            return;
        }
        try {
            switch (partner.conversation().open(told.text())) {
                case Opened.Text(String text) -> news.add(new ClientEvent.Unsealed(told, text));
                case Opened.Goodbye() -> saidGoodbye.put(told.from().key(), told.from());
            }
        } catch (GeneralSecurityException | RuntimeException | Error failure) {
            news.add(new ClientEvent.NotOpened(told, Failure.inWords(failure)));
        }
    }

    private void left(Name name) {
        here.remove(name.key());
        boolean wasSealed = partners.remove(name.key()) != null;
        boolean inOrder = saidGoodbye.remove(name.key()) != null;
        if (wasSealed && !inOrder) {
            news.add(new ClientEvent.CutOff(name));
        }
    }

    /// Sends a line, sealed where it must be.
    ///
    /// @param wire sends one line; false when the connection takes no more
    synchronized Sending send(ClientLine line, Predicate<ClientLine> wire) {
        boolean isSpeech = line instanceof ClientLine.Say || line instanceof ClientLine.Tell;
        if (isSpeech && broken.isPresent()) {
            return new Sending.NotSealed(broken.get());
        }
        if (sealer.isEmpty() || !isSpeech) {
            return wire.test(line) ? new Sending.Sent() : new Sending.Stalled();
        }
        int bytes = TextLimit.bytes(TextLimit.text(line));
        if (bytes > TEXT_BYTES) {
            return new Sending.TooLong(bytes, TEXT_BYTES);
        }
        List<Name> listeners = line instanceof ClientLine.Tell tell ? List.of(tell.to()) : others();
        return sealFor(listeners, TextLimit.text(line), wire);
    }

    private List<Name> others() {
        return here.values().stream()
                .filter(name -> !name.key().equals(me.key()))
                .toList();
    }

    private Sending sealFor(List<Name> listeners, String text, Predicate<ClientLine> wire) {
        List<Name> reached = new ArrayList<>();
        List<Name> leftOut = new ArrayList<>();
        for (Name name : listeners) {
            Partner partner = partners.get(name.key());
            if (partner == null) {
                leftOut.add(name);
                continue;
            }
            Sending sending = sealFor(name, partner, text, wire);
            if (!(sending instanceof Sending.Sent)) {
                return reached.isEmpty() ? sending : forSome(reached, listeners, sending);
            }
            reached.add(name);
        }
        return new Sending.Sealed(List.copyOf(reached), List.copyOf(leftOut));
    }

    private static Sending sealFor(Name name, Partner partner, String text, Predicate<ClientLine> wire) {
        try {
            ClientLine line = sealed(name, partner.conversation().seal(text));
            return wire.test(line) ? new Sending.Sent() : new Sending.Stalled();
        } catch (GeneralSecurityException | RuntimeException | Error failure) {
            return new Sending.NotSealed(Failure.inWords(failure));
        }
    }

    private static Sending forSome(List<Name> reached, List<Name> listeners, Sending failed) {
        List<Name> not =
                listeners.stream().filter(name -> !reached.contains(name)).toList();
        String reason = failed instanceof Sending.NotSealed(String why)
                ? "it cannot be sealed: " + why
                : "the server takes no more lines at the moment";
        return new Sending.SealedForSome(List.copyOf(reached), not, reason);
    }

    private static ClientLine sealed(Name to, String box) throws GeneralSecurityException {
        ClientLine.Tell line = new ClientLine.Tell(to, box);
        boolean isOneWord = box.chars().noneMatch(c -> c == ' ' || Character.isISOControl(c));
        if (!isOneWord || TextLimit.bytes(line.print()) >= Limits.LINE_BYTES) {
            throw new GeneralSecurityException("the sealed text is not one word that fits into a line");
        }
        return line;
    }

    /// Says goodbye under the seal to each partner, before BYE.
    synchronized void sayGoodbye(Predicate<ClientLine> wire) {
        partners.forEach((key, partner) -> {
            try {
                Optional<String> box = partner.conversation().goodbye();
                if (box.isPresent() && here.containsKey(key)) {
                    boolean _ = wire.test(sealed(here.getOrDefault(key, me), box.get()));
                }
            } catch (GeneralSecurityException | RuntimeException | Error _) {
                // The other one will be told that there was no goodbye, which is so.
            }
        });
    }
}
