package eavesdrop.evidence;

import eavesdrop.pcap.Endpoint;
import java.util.List;

/// One TCP stream in figures.
///
/// @param index Wireshark's `tcp.stream`
/// @param fromClient what the client sent
/// @param fromServer what the server sent
public record StreamSummary(int index, Endpoint client, Endpoint server, Half fromClient, Half fromServer) {

    /// One direction of a stream.
    ///
    /// @param frames frames that this side sent, with data or without
    /// @param bytes bytes that were captured, each counted once
    /// @param contiguous how many of them come before the first gap; all, where there is none
    /// @param sha256 SHA-256 of the contiguous bytes, in hexadecimal digits
    /// @param gaps how many holes there are
    /// @param missing bytes that the holes lack
    /// @param firstGaps where the first holes are, at most `FIRST_GAPS`
    public record Half(
            int frames, long bytes, long contiguous, String sha256, int gaps, long missing, List<Gap> firstGaps) {
        public static final int FIRST_GAPS = 100;

        public Half {
            firstGaps = List.copyOf(firstGaps);
        }
    }

    /// A hole in a stream.
    ///
    /// @param offset bytes of this direction before it
    /// @param length missing bytes
    public record Gap(long offset, long length) {}
}
