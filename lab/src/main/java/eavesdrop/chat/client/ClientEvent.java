package eavesdrop.chat.client;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.protocol.ServerLine;
import eavesdrop.chat.seam.UnwrittenPart;
import java.time.Duration;
import java.util.Optional;

/// What happens to a client, told to its listener one event at a time, in order.
///
/// Every line of the server arrives as `Received`, so that a listener can keep a complete transcript; a sealed
/// whisper arrives as `Unsealed` or `NotOpened` instead, and a sealed goodbye as nothing. The other events say what the
/// client makes of them.
public sealed interface ClientEvent {
    /// The server said this line.
    record Received(ServerLine line) implements ClientEvent {}

    /// The server has welcomed this client under `name`: what is sent from now on goes out.
    record Connected(Name name, ServerAddress server) implements ClientEvent {}

    /// The connection is gone after the server had welcomed the client. `Retrying` follows.
    record Lost(String reason) implements ClientEvent {}

    /// The server could not be reached, or sent the client away. The client connects again after `pause`.
    ///
    /// @param reached whether a server answered at all; one that has just begun to start does not
    record Retrying(String reason, Duration pause, boolean reached) implements ClientEvent {
        /// Why it cannot become better, if so: a class of this client is still to be written.
        public Optional<LabException> unwritten() {
            return UnwrittenPart.in(reason).map(UnwrittenPart::problem);
        }
    }

    /// Somebody has this name now. It may be this client's own dead connection, of which the server has not
    /// heard yet; so the client asks for the same name again after `pause`, until `ChatClient.rename`.
    record NameTaken(Name name, Duration pause) implements ClientEvent {}

    /// A sealed whisper and what was under its seal.
    record Unsealed(ServerLine.Told line, String text) implements ClientEvent {}

    /// A whisper from somebody whose key is known could not be opened. The chat goes on.
    record NotOpened(ServerLine.Told line, String reason) implements ClientEvent {}

    /// The line told before came without a seal, though the key of its sender is known.
    record CameUnsealed(Name from) implements ClientEvent {}

    /// From now on, what is said to this person is sealed.
    ///
    /// @param changed whether this person had another key before
    record KeyTaken(Name from, boolean changed) implements ClientEvent {}

    /// What this person announced cannot be used; nothing will be said to them.
    record KeyRefused(Name from, String reason) implements ClientEvent {}

    /// Somebody left without a sealed goodbye: the last words may be missing.
    record CutOff(Name name) implements ClientEvent {}

    /// This client's own sealer does not work; nothing is said.
    record SealerFailed(String reason) implements ClientEvent {}
}
