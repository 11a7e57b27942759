package eavesdrop.evidence;

import eavesdrop.search.How;
import eavesdrop.search.How.Packing;
import eavesdrop.search.Unpacking;
import java.util.function.BiConsumer;

/// Compressed data within a stream, and where it begins.
final class CompressedPart {
    private final Unpacking unpacking;
    private final Place place;
    private final SearchWork work;

    CompressedPart(Packing packing, Place place, SearchWork work) {
        this.unpacking = new Unpacking(packing, work.scans(), work.budget());
        this.place = place;
        this.work = work;
    }

    /// Takes the next compressed bytes; true when there will be no more, and all is closed.
    boolean takeAndEnd(byte[] bytes, int from, int to, BiConsumer<How, Place> found) {
        unpacking.take(bytes, from, to, (how, _, _) -> found.accept(how, place));
        if (!unpacking.isOver()) {
            return false;
        }
        if (unpacking.gaveUp()) {
            work.gaveUp();
        }
        close();
        return true;
    }

    /// Ends it before its time; true when something was lost by that.
    boolean giveUp() {
        close();
        return unpacking.isCertain();
    }

    void close() {
        unpacking.close();
    }
}
