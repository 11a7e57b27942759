package eavesdrop.chat.server;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.Failure;
import eavesdrop.chat.seam.Transport;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How one connection gets its channel. The reader makes it (`make`), the writer waits for it (`await`) and ends a
/// handshake that takes too long.
final class Handshake {
    private final CompletableFuture<Channel> channel = new CompletableFuture<>();

    /// The handshake did not succeed. The text says why.
    static final class Failed extends IOException {
        Failed(String why) {
            super(why);
        }
    }

    /// Runs the transport on the calling thread. It may be a student's, so whatever it throws is caught.
    Channel make(Transport transport, Socket socket) throws Failed {
        try {
            Channel made = transport.toClient(socket);
            if (made == null) {
                throw new IOException("the transport gives no channel");
            }
            if (!channel.complete(made)) {
                throw new IOException("too late");
            }
            return made;
        } catch (Exception | Error failure) {
            boolean _ = channel.completeExceptionally(failure);
            throw new Failed(isTooLate() ? "it did not end in time" : Failure.inWords(failure));
        } finally {
            // Whoever ended a slow handshake interrupted it; what follows must be able to wait.
            boolean _ = Thread.interrupted();
        }
    }

    private boolean isTooLate() {
        return channel.exceptionNow() instanceof TimeoutException;
    }

    /// Waits until the handshake has ended.
    ///
    /// @param tooLong is run when it does not end in time, to end it
    /// @return the channel, or nothing when the handshake failed
    Optional<Channel> await(Duration atMost, Runnable tooLong) {
        try {
            return Optional.of(channel.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            if (channel.completeExceptionally(late)) {
                tooLong.run();
            }
            return Optional.ofNullable(channel.isCompletedExceptionally() ? null : channel.join());
        } catch (ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Closes the channel, if there is one. The socket below is closed already, so nothing here can take long.
    void close() {
        if (channel.isDone() && !channel.isCompletedExceptionally()) {
            try {
                channel.join().close();
            } catch (IOException | RuntimeException | Error _) {
                // The connection is over in any case.
            }
        }
    }
}
