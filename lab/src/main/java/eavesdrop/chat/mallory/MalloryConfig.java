package eavesdrop.chat.mallory;

import eavesdrop.chat.seam.Transport;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How Mallory works.
///
/// @param bind the address on which she waits for clients
/// @param port the port on which she waits; 0 takes any free one
/// @param serverHost where the real server is; looked up anew for each client
/// @param serverPort its port
/// @param transport what she speaks with both: as the server to the clients, as a client to the server
/// @param replacements what she changes in each text, in this order
/// @param log `mallory.jsonl`; empty for none
/// @param view is given each thing she sees as a line for a screen, and what goes wrong
/// @param clock the time that her records carry
public record MalloryConfig(
        InetAddress bind,
        int port,
        String serverHost,
        int serverPort,
        Transport transport,
        List<Replacement> replacements,
        Optional<Path> log,
        Consumer<String> view,
        Clock clock) {
    public MalloryConfig {
        replacements = List.copyOf(replacements);
    }
}
