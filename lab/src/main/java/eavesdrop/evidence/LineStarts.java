package eavesdrop.evidence;

import java.util.Arrays;

/// Tells in which line of a file a byte stands.
final class LineStarts {
    private int[] starts = new int[64];
    private int count = 1;

    LineStarts(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
    }

    /// The line of the byte at this place, from 1.
    int line(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
