package eavesdrop.chat.terminal;

import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who wants to talk where.
///
/// @param links the transport and the sealer
/// @param typed a named pipe whose lines act as if the person had typed them, if there is one
public record Person(
        ServerAddress server, Name name, @Nullable Path typed, Links links) {
    /// A person on plain TCP, whose text is not sealed.
    public Person(ServerAddress server, Name name, @Nullable Path typed) {
        this(server, name, typed, Links.PLAIN);
    }
}
