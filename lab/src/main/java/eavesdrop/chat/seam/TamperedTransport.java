package eavesdrop.chat.seam;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A transport on which somebody sits who may change each line that passes, in either direction.
///
/// Used by the server, it is a dishonest operator: what the client said is changed before the server hears it, and what
/// the server says before the client does. Used by a client, it is that client's own lie.
///
/// Whatever the tamper throws, the line it was asked about passes unchanged, and the chat goes on. It is said once,
/// not for every line.
public final class TamperedTransport implements Transport {
    private static final System.Logger LOG = System.getLogger(TamperedTransport.class.getName());

    private final Transport inner;
    private final Supplier<? extends Tamper> tampers;
    private final Consumer<String> trouble;
    private final AtomicBoolean said = new AtomicBoolean();

    /// What goes wrong in a tamper is logged as a warning (`System.Logger`).
    ///
    /// @param inner how the bytes travel; lines are seen as they are before it hides them
    /// @param tampers gives a new one for each connection
    public TamperedTransport(Transport inner, Supplier<? extends Tamper> tampers) {
        this(inner, tampers, message -> LOG.log(Level.WARNING, message));
    }

    /// @param trouble hears it, once, when a tamper throws
    public TamperedTransport(Transport inner, Supplier<? extends Tamper> tampers, Consumer<String> trouble) {
        this.inner = inner;
        this.tampers = tampers;
        this.trouble = trouble;
    }

    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        return TamperedChannel.ofClient(inner.toServer(connected, host), newTamper(), this::tell);
    }

    @Override
    public Channel toClient(Socket accepted) throws IOException {
        return TamperedChannel.ofServer(inner.toClient(accepted), newTamper(), this::tell);
    }

    /// A student's class may fail in any way, an `Error` among them, and that is for its author alone.
    private Tamper newTamper() {
        try {
            return tampers.get();
        } catch (RuntimeException | Error broken) {
            tell(broken);
            return new Nobody();
        }
    }

    private void tell(Throwable broken) {
        if (said.compareAndSet(false, true)) {
            StackTraceElement[] trace = broken.getStackTrace();
            String where = trace.length == 0 ? "" : " (at " + trace[0] + ")";
            trouble.accept("The tamper failed: " + broken + where
                    + ". The line passes unchanged, and so does every other one on which it fails.");
        }
    }

    /// Changes nothing.
    private record Nobody() implements Tamper {
        @Override
        public List<String> fromClient(String line) {
            return List.of(line);
        }

        @Override
        public List<String> toClient(String line) {
            return List.of(line);
        }
    }
}
