package eavesdrop.classroom;

import eavesdrop.classroom.Mention.Place;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorRecord;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.ReportJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects the codewords in a submission: each once a file, where it stands first.
final class Mentions {
    /// A lab has two codewords; more than this is somebody playing with the checker.
    private static final int MOST = 500;

    private final Map<String, Mention> found = new LinkedHashMap<>();
    private boolean tooMany;

    void capture(String file, Evidence evidence) {
        for (WireLine line : evidence.lines()) {
            add(line.text(), Place.CAPTURE, file, "frame " + line.frame());
        }
    }

    void log(String file, Evidence evidence) {
        for (OperatorRecord entry : evidence.operator()) {
            add(entry.field("text"), Place.LOG, file, "line " + entry.logLine());
        }
    }

    void worksheet(String file, ReportJson report) {
        report.answers()
                .forEach(answer -> add(
                        answer.answered(),
                        Place.WORKSHEET,
                        file,
                        "answer " + answer.question() + " " + answer.blank()));
        report.kept().forEach(kept -> add(kept.text(), Place.WORKSHEET, file, kept.purpose() + " " + kept.id()));
    }

    private void add(String text, Place place, String file, String at) {
        for (String codeword : Mention.codewords(text)) {
            if (found.size() < MOST) {
                found.putIfAbsent(codeword + " " + file, new Mention(codeword, place, file, at));
            } else {
                tooMany = true;
            }
        }
    }

    /// Whether some were left out.
    boolean areTooMany() {
        return tooMany;
    }

    List<Mention> all() {
        return List.copyOf(found.values());
    }
}
