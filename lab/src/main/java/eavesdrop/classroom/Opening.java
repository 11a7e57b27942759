package eavesdrop.classroom;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How a connection in a capture begins. Both ends choose their first sequence numbers at random (RFC 9293, section
/// 3.4.1), so no two captures hold the same ones unless one is a copy of the other, or both are of one lab.
///
/// @param file the path of the capture in the submission
/// @param frame the first frame of the connection
/// @param sequence its raw sequence number
/// @param numbers the ports, and the first sequence numbers of both ends; without the time, which can be shifted
public record Opening(String file, int frame, long sequence, String numbers) {
    /// A lab has some ten connections; more than this is somebody playing with the checker.
    static final int MOST = 500;

    /// Of each connection of a capture in which both ends are seen, at most `MOST`.
    static List<Opening> in(String file, Evidence evidence) {
        Map<Integer, Frame> first = new LinkedHashMap<>();
        Map<Integer, Frame> answers = new HashMap<>();
        for (Frame frame : evidence.frames()) {
            Frame begin = first.computeIfAbsent(frame.stream(), _ -> frame);
            if (frame.fromPort() != begin.fromPort() || !frame.fromAddress().equals(begin.fromAddress())) {
                answers.putIfAbsent(frame.stream(), frame);
            }
        }
        return first.values().stream()
                .filter(begin -> answers.containsKey(begin.stream()))
                .limit(MOST)
                .map(begin -> of(file, begin, Objects.requireNonNull(answers.get(begin.stream()))))
                .toList();
    }

    private static Opening of(String file, Frame begin, Frame answer) {
        String numbers = begin.fromPort() + " " + begin.sequence() + " " + answer.fromPort() + " " + answer.sequence();
        return new Opening(file, begin.number(), begin.sequence(), numbers);
    }
}
