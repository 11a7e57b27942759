package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Part 6.6: the parts put together. The chat client makes one for each connection, announces its key, and
/// whispers sealed letters from then on.
public final class SealedLetters implements Sealer {
    private record Between(Party me, Party other) {}

    private final Map<Between, Conversation> conversations = new HashMap<>();
    private final OwnKey own;

    /// With a key pair of its own: when the client connects anew, letters are sealed with other keys.
    public SealedLetters() throws GeneralSecurityException {
        own = OwnKey.fresh();
    }

    /// The public key of this sealer. It has one key pair for as long as it lives, and no other sealer has
    /// the same.
    @Override
    public Optional<String> announcement() {
        return Optional.empty();
    }

    /// The conversation with somebody who has announced this key.
    ///
    /// The operator may say at any time once more what somebody has announced. The keys are then the same
    /// as before, so that the counters must go on: a counter that begins anew would use a nonce twice.
    @Override
    public Conversation with(String me, String other, String blob) throws GeneralSecurityException {
        Between both = new Between(new Party(me, own.blob()), new Party(other, blob));
        Conversation known = conversations.get(both);
        if (known == null) {
            known = begin(both.me(), both.other());
            conversations.put(both, known);
        }
        return known;
    }

    private Conversation begin(Party me, Party other) throws GeneralSecurityException {
        byte[] secret = Agreement.sharedSecret(own.pair().getPrivate(), OwnKey.read(other.blob()));
        DirectionKeys keys = Agreement.keys(secret, me, other);
        Direction to = new Direction(me, other);
        Direction from = new Direction(other, me);
        return new SealedConversation(
                new Seal(keys.toOther(), to), new LetterOpener(keys, from, to), new ReadingOrder());
    }
}
