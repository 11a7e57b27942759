package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Conversation;
import eavesdrop.chat.seam.Sealer.Opened;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Given: a conversation, put together from its parts.
///
/// @param seal closes what this person writes
/// @param opener opens what the other one has written
/// @param order knows which letter of the other one comes next
record SealedConversation(Seal seal, LetterOpener opener, ReadingOrder order) implements Conversation {
    @Override
    public String seal(String text) throws GeneralSecurityException {
        return seal.close(new Opened.Text(text));
    }

    /// Looks at the seal first: only what the other one has really written may move the order on.
    @Override
    public Opened open(String box) throws GeneralSecurityException {
        Letter letter = Letter.decode(box);
        Opened content = opener.open(letter);
        order.take(letter.counter(), content);
        return content;
    }

    @Override
    public Optional<String> goodbye() throws GeneralSecurityException {
        return Optional.of(seal.close(new Opened.Goodbye()));
    }
}
