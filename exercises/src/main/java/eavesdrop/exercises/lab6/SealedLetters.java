package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer;
import eavesdrop.exercises.TodoException;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Part 6.6: the parts put together. The chat client makes one for each connection, announces its key, and
/// whispers sealed letters from then on.
public final class SealedLetters implements Sealer {
    /// The public key of this sealer. It has one key pair for as long as it lives, and no other sealer has
    /// the same.
    @Override
    public Optional<String> announcement() {
        // TODO(6.6): announce your public key. Source: OwnKey
        throw new TodoException("6.6", "announce your public key");
    }

    /// The conversation with somebody who has announced this key.
    ///
    /// The operator may say at any time once more what somebody has announced. The keys are then the same
    /// as before, so that the counters must go on: a counter that begins anew would use a nonce twice.
    @Override
    public Conversation with(String me, String other, String blob) throws GeneralSecurityException {
        // TODO(6.6): agree, derive the keys, make the conversation. Source: Agreement, SealedConversation
        throw new TodoException("6.6", "agree, derive the keys, make the conversation");
    }
}
