package eavesdrop.chat.seam;

import java.security.GeneralSecurityException;
import java.util.Optional;

/// Closes text before a client sends it, and opens what it receives: what lies between, the server included, sees the
/// sealed form only.
///
/// A client makes one for each connection to the server, after `WELCOME`. When it has an announcement, the
/// client sends it with `KEY`, and then whispers only sealed text: what is said to everyone goes as one sealed
/// whisper to each person whose key is known. One thread at a time calls it.
///
/// A class named to the client (`--sealer CLASS`) has a public constructor that takes nothing.
public interface Sealer {
    /// Text as it is: the server reads it.
    Sealer PLAIN = new PlainSealer();

    /// The public key of this client, as the blob of the line `KEY blob`: no spaces, at most 4,000
    /// characters. Empty: this sealer needs no keys and leaves text as it is.
    Optional<String> announcement();

    /// The conversation with one other person, from what they announced. The client calls it once for each blob
    /// that a person announces.
    ///
    /// @param me the name of this client
    /// @param other the name of the other person
    /// @param blob what the server says the other one has announced
    /// @throws GeneralSecurityException when the blob is no key; the text is shown to the person
    Conversation with(String me, String other, String blob) throws GeneralSecurityException;

    /// Sealed text between two people, both ways.
    interface Conversation {
        /// Closes a text for the other one. The result is one word without spaces or control characters.
        String seal(String text) throws GeneralSecurityException;

        /// Opens what the server says comes from the other one.
        ///
        /// @throws GeneralSecurityException when it was changed, repeated, put out of order, sent back to
        ///     its sender, or sealed for somebody else; the text says which, and is shown to the person
        Opened open(String box) throws GeneralSecurityException;

        /// The sealed goodbye. Who leaves without one was cut off, and the client says so.
        Optional<String> goodbye() throws GeneralSecurityException;
    }

    /// What was under a seal.
    sealed interface Opened {
        record Text(String text) implements Opened {}

        /// The other one says goodbye: nothing more will come.
        record Goodbye() implements Opened {}
    }
}
