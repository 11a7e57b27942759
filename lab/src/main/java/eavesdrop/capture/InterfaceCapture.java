package eavesdrop.capture;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapDumper;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.RawPacketListener;

/// Captures live on a network interface of this host with libpcap, and writes each packet at once. What arrives between
/// `open` and `record` waits in the buffer of libpcap.
public final class InterfaceCapture implements AutoCloseable {
    private static final int WHOLE_PACKETS = 262_144;
    private static final int READ_TIMEOUT_MS = 50;

    private final PcapHandle handle;
    private final AtomicLong packets = new AtomicLong();
    private @Nullable LabException unwritable;

    private InterfaceCapture(PcapHandle handle) {
        this.handle = handle;
    }

    /// @param name the interface, for example `veth12ab` or `lo`
    /// @param filter a capture filter (BPF), for example `tcp port 12345`
    /// @throws LabException when libpcap is missing, the interface is not there, or the right to capture is
    public static InterfaceCapture open(String name, String filter) {
        try {
            // A bridge's port shows other hosts' packets in promiscuous mode only.
            PcapHandle handle = new PcapHandle.Builder(name)
                    .snaplen(WHOLE_PACKETS)
                    .promiscuousMode(PromiscuousMode.PROMISCUOUS)
                    .timeoutMillis(READ_TIMEOUT_MS)
                    .immediateMode(true)
                    .build();
            handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            return new InterfaceCapture(handle);
        } catch (PcapNativeException refused) {
            throw explain(name, String.valueOf(refused.getMessage()));
        } catch (NotOpenException impossible) {
            throw new IllegalStateException(impossible);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError noLibpcap) {
            throw LabException.machine(
                    "The library libpcap is not on this machine.",
                    "Install libpcap0.8 (Linux) or Npcap (Windows), or capture from the lab itself: --from tcp");
        }
    }

    private static LabException explain(String name, String message) {
        if (message.contains("permission") || message.contains("not permitted")) {
            return LabException.machine(
                    "You are not allowed to capture on " + name + ".",
                    "Run the command with sudo, or capture from the lab itself: --from tcp");
        }
        return LabException.machine(
                "Cannot capture on " + name + ": " + message, "Capture from the lab itself: --from tcp");
    }

    /// Captures into a new file until the process ends, or until so many packets have come (0: no limit).
    public void record(Path target, long limit) {
        try (PcapDumper file = handle.dumpOpen(target.toString())) {
            RawPacketListener each = packet -> write(packet, file, limit);
            handle.loop(-1, each);
        } catch (InterruptedException enough) {
            // This is how libpcap says that breakLoop was called.
        } catch (PcapNativeException broken) {
            throw LabException.machine(
                    "The capture ended: " + broken.getMessage(), "What was captured before is in the file.");
        } catch (NotOpenException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (unwritable != null) {
            throw unwritable;
        }
    }

    /// pcap4j swallows what is thrown here: so a failure is kept, and ends the loop.
    private void write(byte[] packet, PcapDumper file, long limit) {
        try {
            file.dumpRaw(packet, handle.getTimestamp());
            file.flush();
            if (packets.incrementAndGet() == limit) {
                end();
            }
        } catch (NotOpenException | PcapNativeException failed) {
            unwritable = LabException.machine(
                    "The capture cannot be written: " + failed.getMessage(),
                    "Make room on the disk; what was captured before is in the file.");
            end();
        }
    }

    private void end() {
        try {
            handle.breakLoop();
        } catch (NotOpenException over) {
            // Then nothing runs any more.
        }
    }

    /// How many packets have been written.
    public long packets() {
        return packets.get();
    }

    @Override
    public void close() {
        handle.close();
    }
}
