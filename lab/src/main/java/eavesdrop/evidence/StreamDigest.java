package eavesdrop.evidence;

import eavesdrop.evidence.StreamSummary.Gap;
import eavesdrop.evidence.StreamSummary.Half;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Counts one direction of a stream and makes its SHA-256.
final class StreamDigest implements StreamSink {
    private final MessageDigest sha256 = newSha256();
    private final List<Gap> firstGaps = new ArrayList<>();
    private long bytes;
    private long contiguous;
    private int gaps;
    private long missing;

    @Override
    public void bytes(Chunk chunk) {
        bytes += chunk.length();
        if (gaps == 0) {
            contiguous += chunk.length();
            MemorySegment payload = chunk.bytes().asSlice(chunk.start(), chunk.length());
            sha256.update(payload.asByteBuffer());
        }
    }

    @Override
    public void gap(long offset, long length) {
        gaps++;
        missing += length;
        if (firstGaps.size() < Half.FIRST_GAPS) {
            firstGaps.add(new Gap(offset, length));
        }
    }

    @Override
    public void unplaced(Chunk chunk) {}

    Half half(int frames) {
        String digest = HexFormat.of().formatHex(sha256.digest());
        return new Half(frames, bytes, contiguous, digest, gaps, missing, firstGaps);
    }

    /// What is to be said of a direction without a byte.
    static Half empty(int frames) {
        return new StreamDigest().half(frames);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
