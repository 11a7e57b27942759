package eavesdrop.evidence;

import eavesdrop.evidence.StreamSummary.Gap;
import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts one direction of a stream and has its SHA-256 made.
///
///     chunks before the first gap → DigestLane → GatheredDigest, perhaps on another thread
///     gaps → counted here
///
/// What the two threads write lies in different objects, each made by the thread that writes it: of
/// thousands of streams that take turns each would else have to be fetched from the other processor, for each packet.
final class StreamDigest implements StreamSink {
    private final DigestLane lane;
    private final int mostRoom;
    private List<Gap> firstGaps = List.of();
    private int gaps;
    private long missing;

    /// The lane's, until it is done.
    private @Nullable GatheredDigest digest;

    /// @param lane calls `take` with what it is given
    /// @param mostRoom bytes that are gathered at most, a power of two
    StreamDigest(DigestLane lane, int mostRoom) {
        this.lane = lane;
        this.mostRoom = mostRoom;
    }

    @Override
    public void bytes(Chunk chunk) {
        if (gaps == 0) {
            lane.add(this, chunk);
        }
    }

    /// The next bytes of this direction: `length` of them, from `start` on.
    void take(byte[] some, int start, int length) {
        GatheredDigest taker = digest == null ? new GatheredDigest(mostRoom) : digest;
        digest = taker;
        taker.take(some, start, length);
    }

    @Override
    public void gap(long offset, long length) {
        gaps++;
        missing += length;
        if (gaps == 1) {
            firstGaps = new ArrayList<>();
        }
        if (firstGaps.size() < Half.FIRST_GAPS) {
            firstGaps.add(new Gap(offset, length));
        }
    }

    @Override
    public void unplaced(Chunk chunk, int count) {}

    /// The figures. Only once, after the lane is done.
    ///
    /// @param delivered bytes that were captured or are missing
    Half half(int frames, long delivered) {
        long contiguous = digest == null ? 0 : digest.taken();
        String hex = digest == null ? GatheredDigest.OF_NOTHING : digest.hex();
        return new Half(frames, delivered - missing, contiguous, hex, gaps, missing, firstGaps);
    }

    /// What is to be said of a direction without a byte.
    static Half empty(int frames) {
        return new Half(frames, 0, 0, GatheredDigest.OF_NOTHING, 0, 0, List.of());
    }
}
