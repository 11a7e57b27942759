package eavesdrop.chat.server;

import java.time.Duration;

/// What the server holds and endures, at most. All that a client can make it keep is bounded here.
///
/// @param clients connections at the same time; the next one is told `server-full`
/// @param hello how long a new connection may take to say HELLO
/// @param badLines bad lines in a row after which a client is let go
/// @param queueBytes bytes that wait for one client before whoever speaks to it has to wait; four times as much
///     and the client is let go at once
/// @param queueLines the same, in lines
/// @param patience how long a client whose queue is full may take to read half a queue before it is let go
/// @param farewell how long an ending connection may take to carry what is still queued, and to end its side
public record ServerLimits(
        int clients,
        Duration hello,
        int badLines,
        int queueBytes,
        int queueLines,
        Duration patience,
        Duration farewell) {
    /// What the kernel shall keep for a connection in each direction, in bytes, beside the queue. Little, because it
    /// also bounds how large a packet can get: a capture needs room for the largest in every slot of its buffer
    /// (`labs/wire/capture.sh`).
    static final int SOCKET_BYTES = 16 * 1024;

    /// What the server uses unless told otherwise.
    public static final ServerLimits DEFAULT = new ServerLimits(
            2_000, Duration.ofSeconds(30), 20, 64 * 1024, 1_024, Duration.ofSeconds(5), Duration.ofSeconds(2));

    public ServerLimits withClients(int most) {
        return new ServerLimits(most, hello, badLines, queueBytes, queueLines, patience, farewell);
    }

    public ServerLimits withHello(Duration most) {
        return new ServerLimits(clients, most, badLines, queueBytes, queueLines, patience, farewell);
    }

    public ServerLimits withPatience(Duration most) {
        return new ServerLimits(clients, hello, badLines, queueBytes, queueLines, most, farewell);
    }

    public ServerLimits withFarewell(Duration most) {
        return new ServerLimits(clients, hello, badLines, queueBytes, queueLines, patience, most);
    }
}
