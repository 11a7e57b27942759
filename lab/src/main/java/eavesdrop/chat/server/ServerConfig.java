package eavesdrop.chat.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/// How to run a server. Start from `onLoopback()` or `everywhere()` and change what differs.
///
/// @param bind the address to listen on
/// @param port the port to listen on; 0 takes any free one (`ChatServer.port()` tells which)
/// @param log the operator log, which is added to; empty for none
/// @param view is given each entry of the operator's log as it is written, in order. Is called while the whole
///     chat waits, so it must return at once
/// @param trouble is told, in a sentence, what the operator should know of the server itself, for example that the
///     log cannot be written. Must return at once
/// @param clock the time that the entries carry
/// @param sockets makes the socket that listens, and with it every connection
public record ServerConfig(
        InetAddress bind,
        int port,
        Optional<Path> log,
        Consumer<OperatorEntry> view,
        Consumer<String> trouble,
        Clock clock,
        ServerLimits limits,
        ServerSocketFactory sockets) {
    /// Reachable from this machine only; any free port; no log.
    public static ServerConfig onLoopback() {
        return new ServerConfig(
                InetAddress.getLoopbackAddress(),
                0,
                Optional.empty(),
                _ -> {},
                _ -> {},
                Clock.systemUTC(),
                ServerLimits.DEFAULT,
                ServerSocketFactory.getDefault());
    }

    public ServerConfig withBind(InetAddress address) {
        return new ServerConfig(address, port, log, view, trouble, clock, limits, sockets);
    }

    /// For example `Limits.DEFAULT_PORT`.
    public ServerConfig withPort(int number) {
        return new ServerConfig(bind, number, log, view, trouble, clock, limits, sockets);
    }

    public ServerConfig withLog(Path file) {
        return new ServerConfig(bind, port, Optional.of(file), view, trouble, clock, limits, sockets);
    }

    public ServerConfig withView(Consumer<OperatorEntry> viewer) {
        return new ServerConfig(bind, port, log, viewer, trouble, clock, limits, sockets);
    }

    public ServerConfig withTrouble(Consumer<String> listener) {
        return new ServerConfig(bind, port, log, view, listener, clock, limits, sockets);
    }

    public ServerConfig withClock(Clock time) {
        return new ServerConfig(bind, port, log, view, trouble, time, limits, sockets);
    }

    public ServerConfig withLimits(ServerLimits most) {
        return new ServerConfig(bind, port, log, view, trouble, clock, most, sockets);
    }

    /// Other server sockets than plain TCP's: the local topology listens in on them.
    public ServerConfig withSockets(ServerSocketFactory factory) {
        return new ServerConfig(bind, port, log, view, trouble, clock, limits, factory);
    }
}
