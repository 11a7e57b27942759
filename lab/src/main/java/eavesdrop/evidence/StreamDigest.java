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
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Counts one direction of a stream and makes its SHA-256.
///
/// Segments are short, and a digest has a price for each call: so bytes are gathered, and handed over when
/// there are many.
final class StreamDigest implements StreamSink {
    private static final int FIRST_ROOM = 64;
    private static final byte[] NO_ROOM = {};
    private static final String OF_NOTHING =
            HexFormat.of().formatHex(newSha256().digest());

    private final Executor digester;
    private final int mostRoom;
    /// Touched by tasks of the digester alone, until all of them are done.
    private @Nullable MessageDigest sha256;
    private byte[] gathered = NO_ROOM;
    private int count;
    private List<Gap> firstGaps = List.of();
    private long bytes;
    private long contiguous;
    private int gaps;
    private long missing;

    /// @param digester runs the tasks it is given in their order, one after the other
    /// @param mostRoom bytes that are gathered at most, a power of two
    StreamDigest(Executor digester, int mostRoom) {
        this.digester = digester;
        this.mostRoom = mostRoom;
    }

    @Override
    public void bytes(Chunk chunk) {
        bytes += chunk.length();
        if (gaps == 0) {
            contiguous += chunk.length();
            gather(chunk);
        }
    }

    private void gather(Chunk chunk) {
        int taken = 0;
        while (taken < chunk.length()) {
            if (count == gathered.length) {
                makeRoom(count + chunk.length() - taken);
            }
            int some = Math.min(chunk.length() - taken, gathered.length - count);
            System.arraycopy(chunk.bytes(), chunk.start() + taken, gathered, count, some);
            count += some;
            taken += some;
        }
    }

    private void makeRoom(int wanted) {
        if (count == mostRoom) {
            byte[] full = gathered;
            digester.execute(() -> digest(full, full.length));
            gathered = new byte[mostRoom];
            count = 0;
        } else {
            int enough = Integer.highestOneBit(Math.max(FIRST_ROOM, wanted) - 1) * 2;
            gathered = Arrays.copyOf(gathered, Math.min(mostRoom, enough));
        }
    }

    private void digest(byte[] some, int length) {
        MessageDigest digest = sha256 == null ? newSha256() : sha256;
        sha256 = digest;
        digest.update(some, 0, length);
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

    /// The figures. Only once, after all tasks of the digester are done.
    Half half(int frames) {
        digest(gathered, count);
        String digest = sha256 == null ? OF_NOTHING : HexFormat.of().formatHex(sha256.digest());
        return new Half(frames, bytes, contiguous, digest, gaps, missing, firstGaps);
    }

    /// What is to be said of a direction without a byte.
    static Half empty(int frames) {
        return new Half(frames, 0, 0, OF_NOTHING, 0, 0, List.of());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
