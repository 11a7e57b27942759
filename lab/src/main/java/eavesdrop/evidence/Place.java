package eavesdrop.evidence;

import java.util.ArrayList;
import java.util.List;

/// Where bytes of a stream crossed the wire.
///
/// @param frames the frames that carried them, in the order of the bytes
/// @param nanos when the first was captured, since 1970
/// @param streamOffset bytes of this direction before the first
/// @param frameOffset bytes of the first frame before the first; -1 when it came in IP fragments
record Place(List<Integer> frames, long nanos, long streamOffset, int frameOffset) {

    static Place of(Gathered block, int start, int length) {
        int origin = block.originOf(start);
        int within = start - block.placeOf(origin);
        int frameOffset = block.frameOffset(origin);
        return new Place(
                frames(block, origin, start + length),
                block.nanos(origin),
                block.streamOffset(origin) + within,
                frameOffset < 0 ? -1 : frameOffset + within);
    }

    private static List<Integer> frames(Gathered block, int first, int end) {
        List<Integer> frames = new ArrayList<>();
        for (int origin = first; origin < block.origins() && block.placeOf(origin) < end; origin++) {
            if (frames.isEmpty() || frames.getLast() != block.frame(origin)) {
                frames.add(block.frame(origin));
            }
        }
        return frames;
    }

    /// Whether a gap lies within these bytes of the block, so that they never stood together.
    static boolean isBroken(Gathered block, int start, int length) {
        int origin = block.originOf(start) + 1;
        while (origin < block.origins() && block.placeOf(origin) < start + length) {
            if (!block.follows(origin)) {
                return true;
            }
            origin++;
        }
        return false;
    }
}
