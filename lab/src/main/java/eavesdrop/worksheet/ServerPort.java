package eavesdrop.worksheet;

import eavesdrop.chat.protocol.Limits;
import eavesdrop.evidence.OperatorRecord;
import java.util.List;

/// Hints and display filters name the server's usual port. A lab that runs at another one (`LAB_PORT`, without
/// containers) gets that one in its place.
public final class ServerPort {
    private static final String USUAL = "\\b" + Limits.DEFAULT_PORT + "\\b";

    private ServerPort() {}

    /// The text with the port at which the server of this log listened.
    ///
    /// @param log the operator's records; without a start in it, the text stays as it is
    public static String put(String text, List<OperatorRecord> log) {
        return log.stream()
                .filter(record -> record.event().equals("started"))
                .map(record -> record.field("port"))
                .filter(port -> port.matches("\\d{1,5}"))
                .reduce((_, last) -> last)
                .map(port -> text.replaceAll(USUAL, port))
                .orElse(text);
    }
}
