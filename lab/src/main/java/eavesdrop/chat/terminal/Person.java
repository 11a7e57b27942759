package eavesdrop.chat.terminal;

import eavesdrop.LabException;
import eavesdrop.chat.client.ClientEvent;
import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.client.Transcript;
import eavesdrop.chat.protocol.Name;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who wants to talk where.
///
/// @param links the transport and the sealer
/// @param heard where a transcript is kept, if one is wanted
/// @param typed a named pipe whose lines act as if the person had typed them, if there is one
public record Person(
        ServerAddress server,
        Name name,
        @Nullable Path typed,
        Links links,
        @Nullable Path heard) {
    /// A person on plain TCP, whose text is not sealed.
    public Person(ServerAddress server, Name name, @Nullable Path typed) {
        this(server, name, typed, Links.PLAIN, null);
    }

    /// Hands on what the client hears, and keeps a transcript of it where one is wanted.
    Transcript transcript(Consumer<ClientEvent> next) {
        try {
            return heard == null ? Transcript.none(next) : Transcript.to(heard, next);
        } catch (IOException refused) {
            throw LabException.machine(
                    "The transcript " + heard + " cannot be written.", "Name another file, or go without.");
        }
    }
}
