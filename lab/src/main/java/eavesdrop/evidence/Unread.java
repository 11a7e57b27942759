package eavesdrop.evidence;

import eavesdrop.pcap.Decoded;
import eavesdrop.pcap.Ending;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.Segment;
import eavesdrop.tcp.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Counts what a capture holds but nobody can read, and says it in words.
final class Unread {
    private final SortedSet<Integer> unknownLinkTypes = new TreeSet<>();
    private int ofUnknownLinkType;
    private int truncated;
    private int firstTruncated;
    private int malformed;
    private int opaque;
    private int snappedFrames;
    private long snappedBytes;

    void truncated(int frame) {
        if (truncated++ == 0) {
            firstTruncated = frame;
        }
    }

    void other(Decoded.Other why, Packet packet) {
        switch (why) {
            case UNKNOWN_LINK_TYPE -> {
                ofUnknownLinkType++;
                unknownLinkTypes.add(packet.linkTypeCode());
            }
            case MALFORMED -> malformed++;
            case OPAQUE -> opaque++;
            // A fragment counts when its datagram stays incomplete, which is known at the end.
            case FRAGMENT, NOT_IP -> {}
        }
    }

    void snapped(Segment segment) {
        int missing = segment.length() - segment.capturedLength();
        if (missing > 0) {
            snappedFrames++;
            snappedBytes += missing;
        }
    }

    List<String> statements(Ending ending, int incompleteDatagrams, Streams.GivenUp givenUp) {
        List<String> statements = new ArrayList<>();
        ending.problem().ifPresent(problem -> statements.add("The capture " + problem + ": it was read up to there."));
        add(statements, ofUnknownLinkType, "of a link type that cannot be read here " + unknownLinkTypes);
        add(statements, truncated, "cut before the end of its headers, the first is frame " + firstTruncated);
        add(statements, malformed, "with IP headers that contradict themselves");
        add(statements, opaque, "that carry others encrypted, in fragments, or several in one (radio, MACsec)");
        add(statements, snappedFrames, "whose last bytes were not captured (" + snappedBytes + " bytes of TCP data)");
        if (incompleteDatagrams > 0) {
            statements.add("IP datagrams of which fragments are missing, so that they were left out: "
                    + incompleteDatagrams + ".");
        }
        if (givenUp.holes() > 0) {
            statements.add("Too much came out of order to be kept, so that holes were given up before the end: "
                    + givenUp.holes() + ".");
        }
        if (givenUp.segments() > 0) {
            statements.add("There are more streams than can be kept apart; segments of further streams were left out: "
                    + givenUp.segments() + ".");
        }
        return statements;
    }

    private static void add(List<String> statements, int count, String what) {
        if (count > 0) {
            statements.add((count == 1 ? "1 packet " : count + " packets ") + what + ".");
        }
    }
}
