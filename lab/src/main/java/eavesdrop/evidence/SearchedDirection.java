package eavesdrop.evidence;

import eavesdrop.search.How;
import eavesdrop.search.How.Packing;
import eavesdrop.search.Starts;
import eavesdrop.search.Starts.Behind;
import eavesdrop.search.Unpacking;
import eavesdrop.search.UnpackingBudget;
import eavesdrop.tcp.Stream;
import java.util.ArrayList;
import java.util.List;

/// Searches what one direction of a stream said, block after block, and unpacks what is compressed in it.
///
/// Its blocks come in their order, one at a time, by whatever thread.
final class SearchedDirection {
    private final Stream stream;
    private final boolean fromClient;
    private final boolean again;
    private final SearchWork work;
    /// Compressed data that goes on. Most directions have none.
    private List<CompressedPart> parts = List.of();
    /// So many places at the end of the block before were not looked at.
    private int waiting;

    /// @param again whether its bytes are those that have no place in the stream
    SearchedDirection(Stream stream, boolean fromClient, boolean again, SearchWork work) {
        this.stream = stream;
        this.fromClient = fromClient;
        this.again = again;
        this.work = work;
    }

    void search(Gathered block, Behind behindBlock) {
        work.budget().earn(block.length() - block.known());
        work.scans().scan(block.bytes(), block.length(), block.known(), (how, start, length) -> {
            if (!Place.isBroken(block, start, length) && !block.isElsewhere(start, length)) {
                tell(how, Place.of(block, start, length));
            }
        });
        int origin = 0;
        int stillWaiting = 0;
        while (origin < block.origins()) {
            int behind = origin + 1;
            while (behind < block.origins() && block.follows(behind)) {
                behind++;
            }
            if (origin > 0) {
                endParts();
            }
            stillWaiting = unpackRun(block, origin, behind, behind < block.origins() ? Behind.NOTHING : behindBlock);
            origin = behind;
        }
        waiting = stillWaiting;
    }

    void tell(How how, Place place) {
        work.findings().add(new Found(stream, fromClient, again, place, how));
    }

    /// Chunks from `first` (inclusive) to `behind` (exclusive), with no gap within. Returns how many places at their
    /// end have to wait.
    private int unpackRun(Gathered block, int first, int behind, Behind behindRun) {
        int end = block.endOf(behind - 1);
        int toldBefore = goOn(block, Math.max(block.known(), block.placeOf(first)), end);
        if (work.budget().isSpent()) {
            work.gaveUp();
            return 0;
        }
        int from = Math.max(Math.max(block.placeOf(first), 0), block.known() - waiting);
        Starts starts = new Starts(block.bytes(), from, end, behindRun, work.scans(), work.budget(), work.everyPlace());
        starts.toldBefore(toldBefore);
        for (int origin = first; origin < behind; origin++) {
            starts.segment(block.placeOf(origin));
        }
        return starts.find((packing, at, budget) ->
                block.isElsewhere(at, 1) ? at : begin(open(packing, at, budget, block), block, at, end));
    }

    /// Gives the next bytes to the parts that began before. Returns the place behind those that belong to one with a
    /// header.
    private int goOn(Gathered block, int from, int end) {
        int behind = 0;
        if (from < end) {
            for (CompressedPart part : parts) {
                int taken = part.take(block.bytes(), from, end, this::tell);
                behind = taken > from ? Math.max(behind, taken) : behind;
            }
            forgetClosed();
        }
        return behind;
    }

    private CompressedPart open(Packing packing, int at, UnpackingBudget budget, Gathered block) {
        return new CompressedPart(new Unpacking(packing, work.scans(), budget), Place.of(block, at, 1), work);
    }

    private int begin(CompressedPart part, Gathered block, int at, int end) {
        int behind = part.take(block.bytes(), at, end, this::tell);
        if (!part.isClosed()) {
            parts = parts.isEmpty() ? new ArrayList<>() : parts;
            parts.add(part);
        }
        return behind;
    }

    private void forgetClosed() {
        if (!parts.isEmpty()) {
            parts.removeIf(CompressedPart::isClosed);
        }
    }

    /// What comes next is not here, but searched elsewhere: what is open ends before its time.
    void giveUpParts() {
        for (CompressedPart part : parts) {
            if (part.giveUp()) {
                work.gaveUp();
            }
        }
        parts = List.of();
    }

    /// What comes next does not follow what came, or nothing comes.
    void endParts() {
        parts.forEach(CompressedPart::close);
        parts = List.of();
    }
}
