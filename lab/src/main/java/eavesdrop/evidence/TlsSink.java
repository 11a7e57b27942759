package eavesdrop.evidence;

import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.evidence.TlsConnection.Side;
import eavesdrop.evidence.TlsRecords.TlsRecord;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.Chunk;
import eavesdrop.tcp.StreamSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps the beginning of one direction of a stream, if it is TLS, up to the first gap.
final class TlsSink implements StreamSink {
    /// A person's chat is far shorter. What comes later is not looked at.
    private static final int MOST_BYTES = 4 << 20;
    private static final byte HANDSHAKE = 22;

    private final Gathered gathered = Gathered.begin();
    private boolean ended;

    @Override
    public void bytes(Chunk chunk) {
        boolean other = gathered.length() == 0 && chunk.length() > 0 && chunk.byteAt(0) != HANDSHAKE;
        ended = ended || other || gathered.length() + chunk.length() > MOST_BYTES;
        if (!ended) {
            gathered.add(chunk, chunk.length());
        }
    }

    @Override
    public void gap(long offset, long length) {
        ended = true;
    }

    @Override
    public void unplaced(Chunk chunk, int count) {}

    Side side() {
        TlsRecords found = TlsRecords.in(Arrays.copyOf(gathered.bytes(), gathered.length()));
        List<Carried> records = new ArrayList<>();
        for (TlsRecord record : found.records()) {
            int start = (int) record.offset();
            int length = TlsRecords.HEADER + record.length();
            if (start + length <= gathered.length()) {
                long nanos = gathered.nanos(gathered.originOf(start + length - 1));
                records.add(
                        new Carried(record, Place.of(gathered, start, length).frames(), Packet.instant(nanos)));
            }
        }
        return new Side(found.hello(), records);
    }
}
