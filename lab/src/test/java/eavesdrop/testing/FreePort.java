package eavesdrop.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// Finds a TCP port for a server that is started later.
///
/// It is below those that systems give to outgoing connections and to servers that name no port (from 32768 on
/// Linux, from 49152 elsewhere). One of these could be taken before the server starts, by another test for example.
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    /// Each process begins elsewhere, and takes no port twice before it has been through all.
    private static final AtomicInteger NEXT = new AtomicInteger(new Random().nextInt(COUNT));

    private FreePort() {}

    public static int find() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + NEXT.getAndIncrement() % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("no free port from " + FIRST + " on");
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
