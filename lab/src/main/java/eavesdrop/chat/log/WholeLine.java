package eavesdrop.chat.log;

import java.io.FileOutputStream;
import java.io.IOException;

/// Adds one line at the end of a log.
public final class WholeLine {
    private WholeLine() {}

    /// Adds all of the line or, as far as the file allows, nothing: half a line would spoil the next one too.
    ///
    /// @param log opened to append
    /// @throws IOException when it cannot be written, for example because the disk is full
    public static void append(FileOutputStream log, byte[] line) throws IOException {
        long before = log.getChannel().size();
        try {
            log.write(line);
        } catch (IOException failure) {
            cutTo(log, before);
            throw failure;
        }
    }

    private static void cutTo(FileOutputStream log, long size) {
        try {
            log.getChannel().truncate(size);
        } catch (IOException _) {
            // A device such as /dev/full cannot be cut. There is nothing better to do.
        }
    }
}
