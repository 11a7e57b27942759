package eavesdrop.search;

import java.util.Arrays;

/// How far a search may move on, given the last two or three symbols of the window that it looks at.
///
/// Horspool's rule for many patterns (Wu and Manber 1994): where these symbols stand in no pattern, the
/// window moves past the first of them; else it moves until they meet their last place in any pattern. Two
/// groups of symbols may share an entry; that makes a skip shorter, never too long.
///
/// Each look waits for the skip of the one before, and a processor could do more meanwhile. So a scan has two
/// windows on their way at once, one in each half of its block:
///
///     block:  [ first →            ┊ second →           ]
///
/// This loop stands in each scan. Written once, it would have to call the scan for the key of each look; so the
/// compiler of the JVM can put the key into the loop.
final class Skips {
    /// 8 KB, so that a table stays in the first-level cache beside the bytes that are searched.
    static final int MASK = (1 << 13) - 1;

    private final byte[] table = new byte[MASK + 1];
    private final int window;

    /// @param window symbols of the shortest pattern, at least `looked`
    /// @param looked how many symbols a key is made of
    Skips(int window, int looked) {
        this.window = Math.min(window, Byte.MAX_VALUE);
        Arrays.fill(table, (byte) (this.window - looked + 1));
    }

    /// The entry of two symbols.
    static int key(int first, int second) {
        return ((first << 5) ^ second) & MASK;
    }

    /// A pattern has this key at its symbols up to `last`. What lies behind the window does not count.
    void add(int key, int last) {
        if (last < window) {
            table[key] = (byte) Math.min(table[key], window - 1 - last);
        }
    }

    /// For each key how far to move; 0 where a pattern may stand in the window.
    byte[] table() {
        return table;
    }

    /// Symbols that the search looks at.
    int window() {
        return window;
    }
}
