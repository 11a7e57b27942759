package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;

/// Says why a question cannot be put to this evidence.
final class Absence {
    private static final String PLAY =
            " Play the lab's conversation while the capture runs: ./labw play, and its number.";

    private Absence() {}

    static String of(LineQuery query, Evidence evidence) {
        String absent = query.called() + " is not in this capture.";
        if (!query.remedy().isEmpty()) {
            return absent + " " + query.remedy();
        }
        if (evidence.lines().isEmpty()) {
            return absent + " It holds no chat line at all." + PLAY;
        }
        String limits = evidence.limits().isEmpty()
                ? ""
                : " What could not be read: " + evidence.limits().getFirst();
        if (query.kindIsCutIn(evidence.lines())) {
            return absent + " A line of that kind begins there, but bytes of it are missing." + limits + PLAY;
        }
        if (query.kindIsIn(evidence.lines())) {
            return absent + " A line of that kind is there, but with other words in it:"
                    + " it was typed by hand or played with another ticket than yours." + PLAY;
        }
        return absent + limits + PLAY;
    }
}
