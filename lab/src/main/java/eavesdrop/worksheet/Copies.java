package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Answer.Count;
import eavesdrop.worksheet.Finding.Accepted;
import eavesdrop.worksheet.Finding.Known;
import eavesdrop.worksheet.Finding.Missing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

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

    /// How many sealed lines there are. Those without a text may be left out.
    ///
    /// @param around how many bytes beside the text are in one
    Finding ofLetters(List<WireLine> sealed, int around) {
        Finding all = ofLines(sealed);
        List<WireLine> withText =
                sealed.stream().filter(line -> sealedBytes(line) > around).toList();
        if (withText.isEmpty() || withText.size() == sealed.size() || !(all instanceof Known known)) {
            return all;
        }
        List<Accepted> accepted = new ArrayList<>(known.accepted());
        accepted.add(new Accepted(
                new Count(withText.size()), "a letter without a text, such as the goodbye, was not counted"));
        return new Known(List.copyOf(accepted), known.frames());
    }

    /// How many bytes the base64url at the end of a line stands for.
    static int sealedBytes(WireLine line) {
        String letter = line.text().substring(line.text().lastIndexOf(' ') + 1);
        return letter.length() * 6 / 8;
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

    /// The frames that send again what one of these frames had sent. Also when they send further bytes as well: a
    /// filter for the text shows them all the same.
    ///
    /// One walk through the capture: a conversation without end must not hold up the checking of a class.
    List<Integer> retransmissions(List<Integer> originals) {
        Set<Integer> wanted = Set.copyOf(originals);
        Map<Way, NavigableMap<Long, Long>> sent = new HashMap<>();
        List<Integer> again = new ArrayList<>();
        for (Frame frame : evidence.frames()) {
            NavigableMap<Long, Long> before = sent.computeIfAbsent(
                    new Way(frame.stream(), frame.fromAddress(), frame.fromPort()), _ -> new TreeMap<>());
            if (overlaps(before, frame)) {
                again.add(frame.number());
            }
            if (wanted.contains(frame.number())) {
                add(before, frame);
            }
        }
        return again;
    }

    /// One direction of a connection.
    private record Way(int stream, String fromAddress, int fromPort) {}

    /// @param sent ranges of sequence numbers that do not touch: begin, and the end that is not part of it
    private static boolean overlaps(NavigableMap<Long, Long> sent, Frame frame) {
        Map.Entry<Long, Long> last = sent.lowerEntry(end(frame));
        return frame.length() > 0 && last != null && last.getValue() > frame.relativeSequence();
    }

    private static void add(NavigableMap<Long, Long> sent, Frame frame) {
        long begin = frame.relativeSequence();
        long end = end(frame);
        for (Map.Entry<Long, Long> near = sent.floorEntry(end);
                near != null && near.getValue() >= begin;
                near = sent.floorEntry(end)) {
            begin = Math.min(begin, near.getKey());
            end = Math.max(end, near.getValue());
            sent.remove(near.getKey());
        }
        sent.put(begin, end);
    }

    private static long end(Frame frame) {
        return frame.relativeSequence() + frame.length();
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
