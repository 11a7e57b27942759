package eavesdrop.chat.client;

import eavesdrop.chat.seam.Sealer;
import eavesdrop.chat.seam.SeamClasses;
import eavesdrop.chat.seam.Transport;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/// How a client reaches the server, and how it closes its text.
///
/// @param sockets make the TCP connection
/// @param transport carries the lines over it
/// @param sealers make one sealer for each connection
public record Links(SocketFactory sockets, Transport transport, Supplier<Sealer> sealers) {
    /// TCP alone, text as it is.
    public static final Links PLAIN = new Links(SocketFactory.getDefault(), Transport.PLAIN, () -> Sealer.PLAIN);

    /// The class that carries the lines, unless that is plain TCP.
    public Optional<String> transportName() {
        return transport.equals(Transport.PLAIN)
                ? Optional.empty()
                : Optional.of(transport.getClass().getSimpleName());
    }

    /// Whether text is sealed from end to end, for those whose key is known.
    public boolean seals() {
        return !sealers.equals(PLAIN.sealers());
    }

    /// What stands at the seams, by the names of its classes; where none is named, the plain one.
    public static Links of(SeamClasses classes, Optional<String> transport, Optional<String> sealer) {
        return new Links(
                SocketFactory.getDefault(),
                transport.map(classes::transport).orElse(Transport.PLAIN),
                sealer.map(classes::sealer).orElse(PLAIN.sealers()));
    }
}
