package eavesdrop.search;

/// Finds a text in one family of forms. Keeps nothing between calls, so that threads may share it.
interface Scan {
    /// Tells of every place where the text stands whole within the block, from `from` on.
    void scan(Block block, int from, Hits hits);

    /// The most bytes that one finding can have, with what must be seen before it.
    int longest();
}
