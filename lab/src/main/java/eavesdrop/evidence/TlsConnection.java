package eavesdrop.evidence;

import eavesdrop.evidence.TlsRecords.TlsRecord;
import eavesdrop.pcap.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A TLS connection as anybody on the wire sees it: both hellos in clear, and of all that follows the ends, the time
/// and the length (RFC 8446, section 5.1).
///
/// @param stream Wireshark's stream index (`tcp.stream`)
public record TlsConnection(int stream, Endpoint client, Endpoint server, Side fromClient, Side fromServer) {
    /// What one side sent.
    ///
    /// @param hello its first message, unless the capture lacks it
    /// @param records in their order
    public record Side(Optional<TlsHello> hello, List<Carried> records) {
        public Side {
            records = List.copyOf(records);
        }
    }

    /// A record and the frames that carried it.
    ///
    /// @param frames in the order of its bytes; Wireshark shows a record in the last of them
    /// @param time when the last of them was captured
    public record Carried(TlsRecord record, List<Integer> frames, Instant time) {
        public Carried {
            frames = List.copyOf(frames);
        }

        /// The frame in which the record is there whole.
        public int frame() {
            return frames.getLast();
        }
    }
}
