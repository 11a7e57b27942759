package eavesdrop.exercises.lab2;

import eavesdrop.LabException;
import eavesdrop.exercises.TodoException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapNativeException;

/// Prints what a capture tells, with the best that you have written so far. Given: nothing to write here.
///
/// `./labw sniff` runs it on the capture of your lab.
public final class SnifferMain {
    /// From the finished sniffer to its first beginning.
    private final Deque<Function<Segment, List<Heard>>> bestFirst = new ArrayDeque<>(List.of(
            new Streams(() -> new OnlyNew(new HalfLines()))::add,
            new Streams(HalfLines::new)::add,
            SnifferMain::eachSegmentAlone));

    private SnifferMain() {}

    /// @param arguments the capture file and the port of the chat
    public static void main(String... arguments) {
        try {
            new SnifferMain().run(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        } catch (LabException told) {
            System.err.println("✗ " + told.what() + "  → " + told.remedy());
            System.exit(1);
        }
    }

    private void run(Path capture, int port) {
        try {
            Sniffer.sniff(capture, port, this::print);
        } catch (TodoException todo) {
            throw LabException.usage("Your sniffer is not written yet: " + todo.getMessage(), "./labw exercise 2");
        } catch (PcapNativeException unusable) {
            throw LabException.file("The capture cannot be read: " + unusable.getMessage(), "Does the file exist?");
        } catch (NotOpenException closed) {
            throw LabException.usage("Your sniffer uses a PcapHandle that it has closed.", "Close it at the end.");
        } catch (UnsatisfiedLinkError | NoClassDefFoundError missing) {
            throw LabException.machine(
                    "pcap4j needs the library libpcap, and this machine has none.",
                    "Windows: install Npcap (Wireshark brings it). Debian, Ubuntu: sudo apt install libpcap0.8."
                            + " macOS has it.");
        }
    }

    private void print(Segment segment) {
        heard(segment).forEach(System.out::println);
    }

    private List<Heard> heard(Segment segment) {
        try {
            return Objects.requireNonNull(bestFirst.peek()).apply(segment);
        } catch (TodoException todo) {
            bestFirst.remove();
            if (bestFirst.isEmpty()) {
                throw todo;
            }
            System.err.println("Not written yet: " + todo.getMessage());
            return heard(segment);
        }
    }

    private static List<Heard> eachSegmentAlone(Segment segment) {
        return PayloadLines.of(segment.payload()).stream()
                .map(line -> new Heard(segment.from(), segment.to(), line))
                .toList();
    }
}
