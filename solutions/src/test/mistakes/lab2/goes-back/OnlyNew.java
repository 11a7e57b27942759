package eavesdrop.exercises.lab2;

import java.util.Arrays;
import java.util.List;

/// Lets each byte of one direction through once, however often TCP sent it.
///
/// When no acknowledgment comes, TCP sends the bytes again: alone, or together with new ones. A capture holds both. The
/// sequence number tells which bytes they are. What was lost for good is not waited for.
public final class OnlyNew implements LineReader {
    private final LineReader inner;
    private boolean begun;

    /// The sequence number of the byte that comes next.
    private int next;

    /// @param inner gets the bytes that are new
    public OnlyNew(LineReader inner) {
        this.inner = inner;
    }

    @Override
    public List<String> add(Segment segment) {
        byte[] payload = segment.payload();
        // A distance of sequence numbers: right across the wrap from 2^32 - 1 to 0, too.
        int seen = begun ? Math.max(0, next - segment.sequence()) : 0;
        begun = true;
        next = segment.sequence() + payload.length;
        if (seen >= payload.length) {
            return List.of();
        }
        return inner.add(segment.withPayload(Arrays.copyOfRange(payload, seen, payload.length)));
    }
}
