package eavesdrop.evidence;

import eavesdrop.search.How;
import eavesdrop.search.Starts;
import eavesdrop.tcp.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Searches what one direction of a stream said, block after block, and unpacks what is compressed in it.
///
/// Its blocks come in their order, one at a time, by whatever thread.
final class SearchedDirection {
    private final Stream stream;
    private final boolean fromClient;
    private final boolean again;
    private final SearchWork work;
    /// Compressed data that goes on. Most directions have none.
    private @Nullable List<CompressedPart> parts;

    /// @param again whether its bytes are those that have no place in the stream
    SearchedDirection(Stream stream, boolean fromClient, boolean again, SearchWork work) {
        this.stream = stream;
        this.fromClient = fromClient;
        this.again = again;
        this.work = work;
    }

    void search(Gathered block) {
        work.budget().earn(block.length() - block.known());
        work.scans().scan(block.bytes(), block.length(), block.known(), (how, start, length) -> {
            if (!Place.isBroken(block, start, length) && !block.isElsewhere(start, length)) {
                tell(how, Place.of(block, start, length));
            }
        });
        int origin = 0;
        while (origin < block.origins()) {
            int behind = origin + 1;
            while (behind < block.origins() && block.follows(behind)) {
                behind++;
            }
            if (origin > 0) {
                endParts();
            }
            unpackRun(block, origin, behind);
            origin = behind;
        }
    }

    void tell(How how, Place place) {
        work.findings().add(new Found(stream, fromClient, again, place, how));
    }

    /// Chunks from `first` (inclusive) to `behind` (exclusive), with no gap within.
    private void unpackRun(Gathered block, int first, int behind) {
        int end = block.endOf(behind - 1);
        int fresh = Math.max(block.known(), block.placeOf(first));
        if (fresh < end && parts != null) {
            parts.removeIf(part -> part.takeAndEnd(block.bytes(), fresh, end, this::tell));
        }
        if (work.budget().isSpent()) {
            work.gaveUp();
            return;
        }
        int from = Math.max(Math.max(block.placeOf(first), 0), block.known() - Starts.NEEDED + 1);
        Starts.Taker taker = (packing, at) -> {
            if (!block.isElsewhere(at, 1)) {
                begin(new CompressedPart(packing, Place.of(block, at, 1), work), block, at, end);
            }
        };
        Starts.find(block.bytes(), from, end, work.budget(), taker);
        for (int origin = first; origin < behind; origin++) {
            int at = block.placeOf(origin);
            boolean behindLineFeed = at > 0 && block.bytes()[at - 1] == '\n';
            if (at >= from && at + Starts.NEEDED <= end && !behindLineFeed) {
                Starts.raw(block.bytes(), at, end, work.budget(), taker);
            }
        }
    }

    private void begin(CompressedPart part, Gathered block, int at, int end) {
        if (!part.takeAndEnd(block.bytes(), at, end, this::tell)) {
            List<CompressedPart> open = parts == null ? new ArrayList<>() : parts;
            open.add(part);
            parts = open;
            work.opened(this);
        }
    }

    /// What comes next does not follow what came.
    void endParts() {
        if (parts != null) {
            parts.forEach(CompressedPart::close);
            parts = null;
        }
    }

    /// Makes room for others: ends the part that began first. True when something was lost by that.
    boolean giveUpOldest() {
        if (parts == null || parts.isEmpty()) {
            return false;
        }
        return parts.removeFirst().giveUp();
    }
}
