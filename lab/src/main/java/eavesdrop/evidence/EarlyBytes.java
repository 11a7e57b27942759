package eavesdrop.evidence;

import eavesdrop.tcp.Chunk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Bytes of one direction that came late: they lie before its first captured byte, because the capture began when
/// segments were in the wrong order. A text may begin in them and go on behind.
///
///     | early pieces, by their offsets … | the beginning of the direction
///                                        0
///
/// Compressed data is unpacked as far as that beginning goes, which is short where much has followed it; then
/// the search says that it did not come to the end.
final class EarlyBytes {
    private final List<Piece> pieces = new ArrayList<>();

    /// @param elsewhere whether its bytes are searched elsewhere too
    private record Piece(Chunk chunk, boolean elsewhere) {
        long offset() {
            return chunk.offset();
        }
    }

    /// @param before so many of its bytes lie before the first captured byte; those behind them are searched elsewhere,
    ///     together with these
    void add(Chunk chunk, int before) {
        pieces.add(new Piece(chunk.part(0, before), before < chunk.length()));
    }

    /// All of them in order, and the beginning behind them.
    ///
    /// @param repeated takes those of which a part has no place, because others stand there
    Gathered joined(Gathered beginning, Consumer<Chunk> repeated) {
        pieces.sort(Comparator.comparingLong(Piece::offset));
        Gathered joined = Gathered.begin();
        long next = Long.MIN_VALUE;
        for (Piece piece : pieces) {
            Chunk chunk = piece.chunk;
            boolean overlaps = chunk.offset() < next;
            int from = overlaps ? (int) Math.min(chunk.length(), next - chunk.offset()) : 0;
            boolean elsewhere = piece.elsewhere || overlaps;
            if (overlaps && !piece.elsewhere) {
                repeated.accept(chunk);
            }
            joined.add(chunk.part(from, chunk.length()), elsewhere ? 0 : chunk.length());
            next = Math.max(next, chunk.offset() + chunk.length());
        }
        joined.addElsewhere(beginning);
        return joined;
    }
}
