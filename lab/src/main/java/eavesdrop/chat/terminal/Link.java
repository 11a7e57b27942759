package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ServerAddress;

/// How the person is connected now; what the status bar says.
sealed interface Link {
    /// Not yet connected for the first time.
    record Connecting(ServerAddress server) implements Link {}

    /// In the chat under this name.
    ///
    /// @param cover who can read along
    record Up(String name, ServerAddress server, Cover cover) implements Link {}

    /// Not in the chat; the client tries again.
    record Down(ServerAddress server, String reason) implements Link {}
}
