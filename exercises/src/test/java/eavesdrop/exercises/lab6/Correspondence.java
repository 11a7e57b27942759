package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer;
import eavesdrop.chat.seam.Sealer.Conversation;
import java.security.GeneralSecurityException;

/// Two people with a sealer each, and between them the operator, who sees every line and does with it as
/// the test says.
///
/// @param operator what was seen
/// @param alice Alice's side of the conversation
/// @param bob Bob's side of it
record Correspondence(OperatorsEyes operator, Conversation alice, Conversation bob) {
    static Correspondence between(Sealer alices, Sealer bobs) throws GeneralSecurityException {
        OperatorsEyes operator = new OperatorsEyes();
        String alicesBlob = announced(alices);
        String bobsBlob = announced(bobs);
        operator.see("KEY " + alicesBlob);
        operator.see("KEY " + bobsBlob);
        return new Correspondence(
                operator, alices.with("alice", "bob", bobsBlob), bobs.with("bob", "alice", alicesBlob));
    }

    /// What a sealer announces; only who leaves the text as it is may do without a key.
    static String announced(Sealer sealer) {
        if (sealer == Sealer.PLAIN) {
            return "none";
        }
        return sealer.announcement()
                .orElseThrow(() -> new AssertionError("announcement() is empty: without a key of yours nobody can seal"
                        + " a letter for you. Announce the blob of your own key."));
    }

    /// Alice writes. What the operator holds in his hands is given back.
    String aliceWrites(String text) throws GeneralSecurityException {
        String box = alice.seal(text);
        operator.see("TELL bob " + box);
        return box;
    }

    /// Bob writes.
    String bobWrites(String text) throws GeneralSecurityException {
        String box = bob.seal(text);
        operator.see("TELL alice " + box);
        return box;
    }
}
