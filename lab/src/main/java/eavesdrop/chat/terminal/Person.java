package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Name;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Who wants to talk where.
///
/// @param typed a named pipe whose lines act as if the person had typed them, if there is one
public record Person(
        ServerAddress server, Name name, @Nullable Path typed) {}
