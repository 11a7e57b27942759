package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import java.util.ArrayList;
import java.util.List;

/// Counts on the wire, where more than one count can be right.
///
/// TCP may put two lines into one frame, and may send the same bytes again. Who counts chat lines, who
/// counts frames and who counts what Wireshark's filter shows then get different numbers, and none of
/// them looked wrongly.
final class Copies {
    private final Evidence evidence;

    Copies(Evidence evidence) {
        this.evidence = evidence;
    }

    /// How often lines crossed the wire.
    Finding ofLines(List<WireLine> lines) {
        List<Integer> frames =
                lines.stream().map(WireLine::frame).distinct().sorted().toList();
        List<Accepted> accepted = new ArrayList<>();
        accepted.add(Accepted.plainly(new Count(lines.size())));
        addUnlessThere(accepted, frames.size(), "these lines share frames, and you counted the frames");
        return withRetransmissions(accepted, frames);
    }

    /// In how many frames one line travels.
    Finding framesOfOne(WireLine line) {
        if (!line.whole()) {
            return new Missing("Bytes of that line are missing from the capture, so its frames cannot be counted.");
        }
        List<Accepted> accepted = new ArrayList<>();
        accepted.add(Accepted.plainly(new Count(line.frames().size())));
        return withRetransmissions(accepted, line.frames());
    }

    private Finding withRetransmissions(List<Accepted> accepted, List<Integer> frames) {
        int again = retransmissions(frames).size();
        if (again > 0) {
            addUnlessThere(accepted, frames.size() + again, "retransmissions, counted too, make it that many");
        }
        return new Known(List.copyOf(accepted), frames);
    }

    private static void addUnlessThere(List<Accepted> accepted, int count, String because) {
        Count answer = new Count(count);
        if (accepted.stream().noneMatch(one -> one.answer().equals(answer))) {
            accepted.add(new Accepted(answer, because));
        }
    }

    /// The frames that send again what one of these frames had sent.
    List<Integer> retransmissions(List<Integer> originals) {
        return originals.stream()
                .flatMap(number -> evidence.frame(number).stream())
                .flatMap(original -> evidence.frames().stream().filter(frame -> repeats(frame, original)))
                .map(Frame::number)
                .distinct()
                .sorted()
                .toList();
    }

    /// Also when it sends further bytes as well: a filter for the text shows it all the same.
    private static boolean repeats(Frame frame, Frame original) {
        boolean sameDirection = frame.stream() == original.stream()
                && frame.fromPort() == original.fromPort()
                && frame.fromAddress().equals(original.fromAddress());
        return frame.number() > original.number() && sameDirection && overlap(frame, original);
    }

    private static boolean overlap(Frame one, Frame other) {
        long begin = Math.max(one.relativeSequence(), other.relativeSequence());
        long end = Math.min(one.relativeSequence() + one.length(), other.relativeSequence() + other.length());
        return begin < end;
    }

    /// Numbers as Wireshark's filter for several frames takes them.
    static String filter(List<Integer> frames) {
        if (frames.size() == 1) {
            return "frame.number == " + frames.getFirst();
        }
        List<String> numbers = frames.stream().map(String::valueOf).toList();
        return "frame.number in {" + String.join(", ", numbers) + "}";
    }
}
