package eavesdrop.evidence;

import eavesdrop.search.How;
import eavesdrop.search.Unpacking;
import java.util.function.BiConsumer;

/// Compressed data within a stream, and where it begins.
final class CompressedPart implements AutoCloseable {
    private final Unpacking unpacking;
    private final Place place;
    private final SearchWork work;
    private boolean closed;

    CompressedPart(Unpacking unpacking, Place place, SearchWork work) {
        this.unpacking = unpacking;
        this.place = place;
        this.work = work;
        work.opened(this);
    }

    /// Takes the next bytes, and is closed when there will be no more. Returns the place behind those that are
    /// compressed data with a header; `from` where they are none.
    int take(byte[] bytes, int from, int to, BiConsumer<How, Place> found) {
        if (closed) {
            return from;
        }
        unpacking.take(bytes, from, to, (how, _, _) -> found.accept(how, place));
        int behind = unpacking.hasHeader() ? to - unpacking.untaken() : from;
        if (unpacking.isOver()) {
            if (unpacking.gaveUp() && unpacking.isCertain()) {
                work.gaveUp();
            }
            close();
        }
        return behind;
    }

    boolean isClosed() {
        return closed;
    }

    /// Ends it before its time; true when something was lost by that.
    boolean giveUp() {
        close();
        return unpacking.isCertain();
    }

    @Override
    public void close() {
        closed = true;
        unpacking.close();
        work.closed(this);
    }
}
