package eavesdrop.topology;

import eavesdrop.chat.seam.UnwrittenPart;
import eavesdrop.topology.Attendance.Away;
import eavesdrop.topology.Attendance.Here;
import eavesdrop.topology.Attendance.Refusing;
import eavesdrop.topology.Attendance.Unknown;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a client's transcript: one event on a line. What somebody says stands behind `Received`, and begins no line.
final class AttendanceReader {
    private static final Pattern EVENT = Pattern.compile(
            "^(?:Connected\\[name=(?<here>[^,]*).*"
                    + "|(?:Lost|Retrying)\\[reason=(?<reason>.*?)(?:, pause=[^,]*, reached=\\w+)?]?"
                    + "|(?<taken>NameTaken)\\[.*)$",
            Pattern.MULTILINE);

    private static final Pattern HANDSHAKE = Pattern.compile("the handshake with \\S+ failed: (.*)");

    private AttendanceReader() {}

    static Attendance read(String transcript) {
        Attendance last = new Unknown();
        Matcher event = EVENT.matcher(transcript);
        while (event.find()) {
            last = attendance(event);
        }
        return last;
    }

    static Optional<UnwrittenPart> notDone(String transcript) {
        return transcript
                .lines()
                .filter(line -> !line.startsWith("Received[") && !line.startsWith("Unsealed["))
                .flatMap(line -> UnwrittenPart.in(line).stream())
                .findFirst();
    }

    private static Attendance attendance(Matcher event) {
        if (event.group("here") != null) {
            return new Here(event.group("here"));
        }
        if (event.group("taken") != null) {
            return new Away("somebody else has this name");
        }
        Matcher handshake = HANDSHAKE.matcher(event.group("reason"));
        return handshake.matches() ? new Refusing(handshake.group(1)) : new Away(event.group("reason"));
    }
}
