package eavesdrop.evidence;

import java.util.List;
import java.util.Optional;

/// Everything that one run of the lab left behind: what Eve holds (the capture) and what the operator
/// holds (the log). Worksheets put their questions to this.
public interface Evidence {
    /// Eve's view: every chat line on the wire, in the order in which their first frames were captured.
    List<WireLine> lines();

    /// What the capture says about one frame, or nothing when it holds no such TCP frame.
    Optional<Frame> frame(int number);

    /// The Ethernet header of a TCP frame, or nothing where the capture has none.
    Optional<Ethernet> ethernet(int number);

    /// Every TCP frame of the capture, in its order.
    List<Frame> frames();

    /// The TLS connections, in the order of their first bytes; of each, what is open to anybody.
    List<TlsConnection> tls();

    /// The frames in which a text begins that crossed the wire in clear, in any form that `Search` knows, each once.
    List<Integer> framesWith(String text);

    /// The operator's view, in the order of the log; empty when there is no log.
    List<OperatorRecord> operator();

    /// Whether an operator log is there at all.
    boolean hasOperatorLog();

    /// Mallory's view, in the order of her log, which has the form of the operator's; empty when there is no log.
    List<OperatorRecord> mallory();

    /// What could not be read, in plain statements, one per line; empty when all could be.
    List<String> limits();
}
