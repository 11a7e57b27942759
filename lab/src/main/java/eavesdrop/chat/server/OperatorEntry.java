package eavesdrop.chat.server;

import eavesdrop.chat.log.OperatorWords;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// One entry of the operator's log.
///
/// @param sequence the server's own count, from 1, without gaps
public record OperatorEntry(Instant time, long sequence, OperatorEvent event) {
    private static final int LONGEST_KEY_SHOWN = 24;

    /// One line for the operator's screen: `16:03:50 alice → everyone: hi`. Holds no control character.
    ///
    /// @param zone the zone of the time of day
    public String line(ZoneId zone) {
        LocalTime second = LocalTime.ofInstant(time, zone).truncatedTo(ChronoUnit.SECONDS);
        // LocalTime leaves out seconds that are zero.
        String clock = second.getSecond() == 0 ? second + ":00" : second.toString();
        return clock + " " + words();
    }

    private String words() {
        OperatorWords words = OperatorWords.PLAIN;
        return switch (event) {
            case OperatorEvent.Started(int port, var _) -> words.started(String.valueOf(port));
            case OperatorEvent.Joined(var from, var address) -> words.joined(from.text(), address);
            case OperatorEvent.Left(var from, var reason) -> words.left(from.text(), reason.word());
            case OperatorEvent.Said(var from, var text) -> words.said(from.text(), text);
            case OperatorEvent.Told(var from, var to, var text) -> words.told(from.text(), to.text(), text);
            case OperatorEvent.KeyAnnounced(var from, var blob) -> words.keyAnnounced(from.text(), shortened(blob));
            case OperatorEvent.Refused(var who, var _, var code, var text) -> words.refused(who, code.wire(), text);
            case OperatorEvent.Stopped() -> words.stopped();
        };
    }

    private static String shortened(String blob) {
        return blob.length() <= LONGEST_KEY_SHOWN ? blob : blob.substring(0, LONGEST_KEY_SHOWN) + "…";
    }
}
