package eavesdrop.search;

/// Finds a text in one family of forms. Keeps nothing between calls, so that threads may share it.
interface Scan {
    /// Tells of every place where the text stands whole within the bytes before `end`.
    void scan(byte[] bytes, int end, Hits hits);

    /// The most bytes that one finding can have.
    int longest();
}
