package eavesdrop.chat.server;

import eavesdrop.chat.seam.Transport;
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
/// @param transport what carries the lines over a connection; plain TCP unless told otherwise
/// @param scenario the rung of the ladder that this server is a part of: the log's first record names it, so that the
///     log says it as long as it is kept
public record ServerConfig(
        InetAddress bind,
        int port,
        Optional<Path> log,
        Consumer<OperatorEntry> view,
        Consumer<String> trouble,
        Clock clock,
        ServerLimits limits,
        ServerSocketFactory sockets,
        Transport transport,
        Optional<String> scenario) {
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
                ServerSocketFactory.getDefault(),
                Transport.PLAIN,
                Optional.empty());
    }

    public ServerConfig withBind(InetAddress address) {
        return new ServerConfig(address, port, log, view, trouble, clock, limits, sockets, transport, scenario);
    }

    /// For example `Limits.DEFAULT_PORT`.
    public ServerConfig withPort(int number) {
        return new ServerConfig(bind, number, log, view, trouble, clock, limits, sockets, transport, scenario);
    }

    public ServerConfig withLog(Path file) {
        return new ServerConfig(
                bind, port, Optional.of(file), view, trouble, clock, limits, sockets, transport, scenario);
    }

    public ServerConfig withView(Consumer<OperatorEntry> viewer) {
        return new ServerConfig(bind, port, log, viewer, trouble, clock, limits, sockets, transport, scenario);
    }

    public ServerConfig withTrouble(Consumer<String> listener) {
        return new ServerConfig(bind, port, log, view, listener, clock, limits, sockets, transport, scenario);
    }

    public ServerConfig withClock(Clock time) {
        return new ServerConfig(bind, port, log, view, trouble, time, limits, sockets, transport, scenario);
    }

    public ServerConfig withLimits(ServerLimits most) {
        return new ServerConfig(bind, port, log, view, trouble, clock, most, sockets, transport, scenario);
    }

    /// Other server sockets than plain TCP's: the local topology listens in on them.
    public ServerConfig withSockets(ServerSocketFactory factory) {
        return new ServerConfig(bind, port, log, view, trouble, clock, limits, factory, transport, scenario);
    }

    /// Other bytes on the wire than the lines themselves, for example those of TLS.
    public ServerConfig withTransport(Transport other) {
        return new ServerConfig(bind, port, log, view, trouble, clock, limits, sockets, other, scenario);
    }

    /// The name of a scenario, for example `tls`.
    public ServerConfig withScenario(Optional<String> name) {
        return new ServerConfig(bind, port, log, view, trouble, clock, limits, sockets, transport, name);
    }
}
