package eavesdrop.search;

import eavesdrop.search.How.Packing;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks compressed data as it comes, and searches what comes out.
///
/// Keeps at most two blocks of what came out, and gives up after `MOST` bytes of it or when the budget is
/// spent, so that a small input that unpacks to very much costs little.
public final class Unpacking implements AutoCloseable {
    /// Bytes of unpacked data that are searched of one compressed part.
    public static final long MOST = 64L << 20;

    private static final int BLOCK = 16 * 1024;
    /// Bytes that come out of something else by chance: fewer.
    private static final int ENOUGH = 64;

    private final Packing packing;
    private final Scans scans;
    private final UnpackingBudget budget;
    private final Inflater inflater = new Inflater(true);
    private final GzipHeader header;
    private byte[] out = new byte[512];
    private int held;
    private int searched;
    private long dropped;
    private boolean over;
    private boolean gaveUp;
    private boolean failed;

    /// @param budget shared by all that is unpacked for the same question
    public Unpacking(Packing packing, Scans scans, UnpackingBudget budget) {
        this.packing = packing;
        this.scans = scans;
        this.budget = budget;
        this.header = new GzipHeader(packing);
    }

    /// Takes the next bytes of the compressed data, from `from` (inclusive) to `to` (exclusive).
    ///
    /// @param hits is told of what is found; the place is where these bytes begin, and means nothing more
    public void take(byte[] bytes, int from, int to, Hits hits) {
        int at = header.skip(bytes, from, to);
        budget.spend(at - from);
        gaveUp |= !over && budget.isSpent();
        failed |= header.isWrong();
        over |= gaveUp || failed;
        if (over || at == to) {
            return;
        }
        inflater.setInput(bytes, at, to - at);
        try {
            while (!over && unpackSome()) {
                search(hits, from);
            }
        } catch (DataFormatException noDeflate) {
            failed = true;
            over = true;
        }
        budget.spend(to - at - untaken());
        search(hits, from);
    }

    /// False when all input is used up.
    private boolean unpackSome() throws DataFormatException {
        makeRoom();
        int got = 0;
        try {
            got = inflater.inflate(out, held, out.length - held);
        } finally {
            // What came out before damage is said nowhere else: it counts, too.
            held = (int) (inflater.getBytesWritten() - dropped);
        }
        gaveUp = dropped + held > MOST || budget.isSpent();
        over = inflater.finished() || inflater.needsDictionary() || gaveUp;
        return got > 0;
    }

    private void makeRoom() {
        if (held < out.length) {
            return;
        }
        int keep = Math.min(held, scans.longest());
        if (out.length < BLOCK) {
            out = java.util.Arrays.copyOf(out, out.length * 2);
        } else {
            System.arraycopy(out, held - keep, out, 0, keep);
            dropped += held - keep;
            searched -= held - keep;
            held = keep;
        }
    }

    /// What ends behind `searched` has not been told of.
    private void search(Hits hits, int place) {
        if (held == searched) {
            return;
        }
        int from = Math.max(0, searched - scans.longest());
        byte[] fresh = java.util.Arrays.copyOfRange(out, from, held);
        int known = searched - from;
        budget.spend(fresh.length);
        scans.scan(
                fresh,
                fresh.length,
                known,
                (how, start, length) ->
                        hits.found(new How.Compressed(packing, dropped + from + start, how), place, length));
        searched = held;
    }

    /// Whether nothing more can come out.
    public boolean isOver() {
        return over;
    }

    /// Whether a header says that this is compressed data, and nothing contradicted it.
    public boolean hasHeader() {
        return !failed && packing != Packing.DEFLATE;
    }

    /// Whether this is compressed data for all that can be told: a header says so, or much came out. What was taken for
    /// raw deflate only because nothing contradicts it yet is not.
    public boolean isCertain() {
        return hasHeader() || (!failed && dropped + held > ENOUGH);
    }

    /// How many of the bytes that were taken last stand behind the end of the compressed data.
    public int untaken() {
        return inflater.getRemaining();
    }

    /// Whether it stopped because too much came out, of this or of all together.
    public boolean gaveUp() {
        return gaveUp;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
