package eavesdrop.topology;

import eavesdrop.chat.client.TranscriptLine;
import eavesdrop.chat.seam.UnwrittenPart;
import eavesdrop.topology.Attendance.Away;
import eavesdrop.topology.Attendance.Here;
import eavesdrop.topology.Attendance.Refusing;
import eavesdrop.topology.Attendance.Unknown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a client's transcript.
final class AttendanceReader {
    private static final Pattern HANDSHAKE = Pattern.compile("the handshake with \\S+ failed: (.*)");

    private AttendanceReader() {}

    static Attendance read(String transcript) {
        return TranscriptLine.all(transcript)
                .flatMap(line -> attendance(line).stream())
                .reduce(new Unknown(), (_, later) -> later);
    }

    static Optional<UnwrittenPart> notDone(String transcript) {
        return TranscriptLine.all(transcript)
                .filter(line -> !line.kind().isOthersWords())
                .flatMap(line -> UnwrittenPart.in(line.words()).stream())
                .findFirst();
    }

    /// What a line says of it, if it does.
    private static Optional<Attendance> attendance(TranscriptLine line) {
        return switch (line.kind()) {
            case CONNECTED -> Optional.of(new Here(line.words()));
            case NAME_TAKEN -> Optional.of(new Away("somebody else has this name"));
            case LOST, RETRYING -> Optional.of(keptOut(line.words()));
            case RECEIVED,
                    UNSEALED,
                    NOT_OPENED,
                    CAME_UNSEALED,
                    KEY_TAKEN,
                    KEY_CHANGED,
                    KEY_REFUSED,
                    CUT_OFF,
                    SEALER_FAILED -> Optional.empty();
        };
    }

    private static Attendance keptOut(String reason) {
        Matcher handshake = HANDSHAKE.matcher(reason);
        return handshake.matches() ? new Refusing(handshake.group(1)) : new Away(reason);
    }
}
