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
        String alicesBlob = alices.announcement().orElse("none");
        String bobsBlob = bobs.announcement().orElse("none");
        operator.see("KEY " + alicesBlob);
        operator.see("KEY " + bobsBlob);
        return new Correspondence(
                operator, alices.with("alice", "bob", bobsBlob), bobs.with("bob", "alice", alicesBlob));
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
