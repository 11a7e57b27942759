package eavesdrop.evidence;

import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Cuts one direction of a stream into lines, and remembers which frames carried each.
final class LineSink implements StreamSink {
    /// A line that has more bytes is cut: nobody's line in this protocol is half as long.
    private static final int LONGEST_LINE = 8192;

    /// A line and where it came from.
    ///
    /// @param text without LF, and without a CR before it
    /// @param bytes how many bytes it had, with its LF
    /// @param whole whether its first byte and its LF are there, and all between
    record Line(String text, List<Integer> frames, long nanos, long offset, int frameOffset, int bytes, boolean whole) {
        Line {
            frames = List.copyOf(frames);
        }
    }

    private final Consumer<Line> lines;
    private final IntConsumer kept;
    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final List<Integer> frames = new ArrayList<>();
    private long nanos;
    private long offset;
    private int frameOffset;
    private boolean whole = true;
    private boolean muted;

    /// @param lines takes each line when it has ended
    /// @param kept is told by how many bytes the beginnings of lines that are kept have become more, or fewer
    LineSink(Consumer<Line> lines, IntConsumer kept) {
        this.lines = lines;
        this.kept = kept;
    }

    @Override
    public void bytes(Chunk chunk) {
        int from = 0;
        while (from < chunk.length() && !muted) {
            from = frames.isEmpty() ? begin(chunk, from) : goOn(chunk, from);
        }
    }

    /// Begins a line, and returns the place behind what was taken. Most lines end in the chunk in which they begin, and
    /// need not be put together.
    private int begin(Chunk chunk, int from) {
        nanos = chunk.nanos();
        offset = chunk.offset() + from;
        frameOffset = chunk.frameOffset() < 0 ? -1 : chunk.frameOffset() + from;
        int lineFeed = chunk.indexOf((byte) '\n', from, Math.min(chunk.length(), from + LONGEST_LINE));
        if (lineFeed < 0) {
            return goOn(chunk, from);
        }
        give(chunk.bytes(), chunk.start() + from, lineFeed - from, List.of(chunk.frame()), true);
        return lineFeed + 1;
    }

    private int goOn(Chunk chunk, int from) {
        if (frames.isEmpty() || frames.getLast() != chunk.frame()) {
            frames.add(chunk.frame());
        }
        int room = LONGEST_LINE - text.size();
        int lineFeed = chunk.indexOf((byte) '\n', from, Math.min(chunk.length(), from + room));
        int to = lineFeed < 0 ? Math.min(chunk.length(), from + room) : lineFeed;
        text.writeBytes(chunk.copyOfRange(from, to));
        kept.accept(to - from);
        if (lineFeed >= 0) {
            end(true);
        } else if (text.size() == LONGEST_LINE) {
            end(false);
        }
        return lineFeed < 0 ? to : to + 1;
    }

    private void end(boolean complete) {
        byte[] line = text.toByteArray();
        List<Integer> carriers = List.copyOf(frames);
        forget();
        give(line, 0, line.length, carriers, complete);
    }

    /// @param complete whether an LF follows
    private void give(byte[] bytes, int start, int length, List<Integer> carriers, boolean complete) {
        boolean cr = complete && length > 0 && bytes[start + length - 1] == '\r';
        String line = new String(bytes, start, cr ? length - 1 : length, StandardCharsets.UTF_8);
        boolean wasWhole = whole && complete;
        whole = complete;
        lines.accept(new Line(line, carriers, nanos, offset, frameOffset, complete ? length + 1 : length, wasWhole));
    }

    /// What was said so far can no longer be completed; what comes next begins in mid-line.
    @Override
    public void gap(long from, long length) {
        finish();
        whole = false;
    }

    /// The lines of repeated bytes were shown already.
    @Override
    public void unplaced(Chunk chunk, int count) {}

    /// Nothing comes any more: gives out a line that has no LF.
    void finish() {
        if (!frames.isEmpty()) {
            end(false);
        }
    }

    /// From now on nobody wants to know.
    void mute() {
        muted = true;
        forget();
    }

    private void forget() {
        kept.accept(-text.size());
        text = new ByteArrayOutputStream();
        frames.clear();
    }
}
