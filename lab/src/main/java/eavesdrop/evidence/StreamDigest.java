package eavesdrop.evidence;

import eavesdrop.evidence.StreamSummary.Gap;
import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts one direction of a stream and makes its SHA-256.
///
///     chunks → DigestLane → gathered and digested, perhaps on another thread
///     gaps → counted here
///
/// Segments are short, and a digest has a price for each call: so bytes are gathered until there are many.
final class StreamDigest implements StreamSink {
    private static final int FIRST_ROOM = 64;
    private static final byte[] NO_ROOM = {};

    /// Made when it is needed: to find who makes digests takes Java a while, in which a capture can be read.
    private static final class Nothing {
        static final String DIGEST = HexFormat.of().formatHex(newSha256().digest());
    }

    private final DigestLane lane;
    private final int mostRoom;
    private List<Gap> firstGaps = List.of();
    private int gaps;
    private long missing;

    /// So many bytes are to be digested: those before the first gap. Written before the lane is given any byte behind
    /// it.
    private long contiguous = Long.MAX_VALUE;

    /// These are touched by the lane alone, until it is done.
    private @Nullable MessageDigest sha256;

    private byte[] gathered = NO_ROOM;
    private int count;
    private long taken;

    /// @param lane calls `take` with what it is given
    /// @param mostRoom bytes that are gathered at most, a power of two
    StreamDigest(DigestLane lane, int mostRoom) {
        this.lane = lane;
        this.mostRoom = mostRoom;
    }

    @Override
    public void bytes(Chunk chunk) {
        // Nothing is counted here: of thousands of streams that take turns most are far from the processor, and this
        // object may be at home with the other one.
        lane.add(this, chunk);
    }

    /// The next bytes of this direction: `length` of them, from `start` on.
    void take(byte[] some, int start, int length) {
        if (taken < contiguous) {
            taken += length;
            gather(some, start, length);
        }
    }

    private void gather(byte[] some, int start, int length) {
        int done = 0;
        while (done < length) {
            if (count == gathered.length) {
                makeRoom(count + length - done);
            }
            int fits = Math.min(length - done, gathered.length - count);
            System.arraycopy(some, start + done, gathered, count, fits);
            count += fits;
            done += fits;
        }
    }

    private void makeRoom(int wanted) {
        if (count == mostRoom) {
            digestGathered();
        } else {
            int enough = Integer.highestOneBit(Math.max(FIRST_ROOM, wanted) - 1) * 2;
            gathered = Arrays.copyOf(gathered, Math.min(mostRoom, enough));
        }
    }

    private void digestGathered() {
        MessageDigest digest = sha256 == null ? newSha256() : sha256;
        sha256 = digest;
        digest.update(gathered, 0, count);
        count = 0;
    }

    @Override
    public void gap(long offset, long length) {
        gaps++;
        missing += length;
        if (gaps == 1) {
            contiguous = offset;
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
        digestGathered();
        String digest = sha256 == null ? Nothing.DIGEST : HexFormat.of().formatHex(sha256.digest());
        return new Half(frames, delivered - missing, taken, digest, gaps, missing, firstGaps);
    }

    /// What is to be said of a direction without a byte.
    static Half empty(int frames) {
        return new Half(frames, 0, 0, Nothing.DIGEST, 0, 0, List.of());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
