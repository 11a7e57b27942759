package eavesdrop.tcp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eavesdrop.pcap.TcpFrame;
import java.io.IOException;
import java.nio.ByteBuffer;

/// However the segments of a text come (late, twice, overlapping, acknowledged too early, across the wrap of the
/// sequence numbers), a listener gets each byte of it that was captured, once and at its place.
class ReassemblyFuzzTest {
    /// Flag, sequence number of the SYN, one step at least.
    private static final int SHORTEST = 1 + 4 + 4;

    /// @param input whether somebody watches (1 byte), the client's initial sequence number (4), then steps of 4 bytes:
    ///     what comes, its place in the text (2), how much
    @FuzzTest(maxDuration = "2m")
    void whatArrivesIsWhatWasSent(byte[] input) throws IOException {
        if (input.length < SHORTEST) {
            return;
        }
        ByteBuffer script = ByteBuffer.wrap(input);
        boolean live = script.get() < 0;
        int initial = script.getInt();
        Steps steps = new Steps(live).client(initial, TcpFrame.SYN, new byte[0]);
        SentText text = new SentText();
        while (script.remaining() >= 4) {
            step(steps, text, initial + 1, script);
        }
        steps.listen((_, fromClient) -> fromClient ? text.new Listener() : StreamSink.NOBODY);
        text.check(live);
    }

    private static void step(Steps steps, SentText text, int first, ByteBuffer script) throws IOException {
        int kind = script.get();
        int at = Short.toUnsignedInt(script.getShort());
        int length = Byte.toUnsignedInt(script.get());
        if (kind % 4 == 0) {
            steps.acknowledged(first + at);
            return;
        }
        // Any control bits, except those that would begin another stream.
        int bits = (kind >> 2) & ~TcpFrame.SYN & 0x3F;
        steps.client(first + at, bits, text.send(at, length));
    }
}
