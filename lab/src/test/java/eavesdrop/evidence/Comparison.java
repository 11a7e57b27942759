package eavesdrop.evidence;

import eavesdrop.testing.TsharkStreams;
import eavesdrop.testing.TsharkStreams.Followed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Compares the streams of captures with Wireshark's and keeps count.
final class Comparison {
    /// One line for each difference, which begins with the capture's name.
    final List<String> differences = new ArrayList<>();

    private int captures;
    private int streams;
    private int equal;
    private int withGap;

    /// Several at a time: tshark takes long to start, and uses one processor.
    void compareAll(Map<String, Path> captures) {
        captures.entrySet().parallelStream().forEach(named -> compare(named.getKey(), named.getValue()));
    }

    void compare(String name, Path capture) {
        StreamBytes ours = StreamBytes.of(capture);
        TsharkStreams theirs = TsharkStreams.of(capture, ours.streams().size());
        count(name, ours, theirs);
    }

    private synchronized void count(String name, StreamBytes ours, TsharkStreams theirs) {
        captures++;
        streams += theirs.count();
        if (ours.streams().size() != theirs.count()) {
            differences.add(name + ": " + ours.streams().size() + " streams, Wireshark has " + theirs.count());
        }
        theirs.followed().forEach((index, followed) -> compare(name, ours, index, followed));
    }

    private void compare(String name, StreamBytes ours, int index, Followed theirs) {
        String client = ours.streams().get(index).client().toString();
        String server = ours.streams().get(index).server().toString();
        boolean clientFirst = theirs.node0().equals(client) && theirs.node1().equals(server);
        boolean serverFirst = theirs.node0().equals(server) && theirs.node1().equals(client);
        String stream = name + ": stream " + index + " ";
        if (!clientFirst && !serverFirst && !isNeverFollowed(theirs)) {
            differences.add(
                    stream + client + " " + server + ", Wireshark has " + theirs.node0() + " " + theirs.node1());
            return;
        }
        boolean same = same(
                        stream + "from client", ours.half(index, true), clientFirst ? theirs.from0() : theirs.from1())
                && same(stream + "from server", ours.half(index, false), clientFirst ? theirs.from1() : theirs.from0());
        equal += same && !theirs.hasGap() ? 1 : 0;
        withGap += theirs.hasGap() ? 1 : 0;
    }

    /// A stream of which only ICMP errors tell is never given to Follow.
    private static boolean isNeverFollowed(Followed theirs) {
        return theirs.node0().endsWith(":0")
                && theirs.from0().isEmpty()
                && theirs.from1().isEmpty();
    }

    /// Where Wireshark has told of a gap, the bytes before it are compared: it gives a hole up as soon
    /// as the receiver acknowledges it, and the kit, which reads to the end, may have filled it. Of a
    /// snapped segment's gap it tells nothing: then all bytes are compared, as `follow --raw` writes them.
    private boolean same(String where, StreamBytes.Half ours, String theirs) {
        String bytes = HexFormat.of().formatHex(ours.contiguous());
        String before = Followed.beforeGap(theirs);
        String all = HexFormat.of().formatHex(ours.all());
        boolean same = Followed.hasGap(theirs) ? bytes.startsWith(before) : bytes.equals(before) || all.equals(before);
        if (!same) {
            differences.add(where + " " + bytes.length() / 2 + " bytes, Wireshark has " + before.length() / 2);
        }
        return same;
    }

    String summary() {
        return "Compared with Wireshark: " + captures + " captures, " + streams + " streams; " + equal
                + " have the same ends and bytes, " + withGap
                + " have gaps and were compared up to the first; differences: "
                + differences.size();
    }
}
