package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.evidence.ChatLine;
import eavesdrop.evidence.Conversation;
import eavesdrop.evidence.LiveConversation;
import eavesdrop.pcap.CaptureReader;
import eavesdrop.printing.ChatJson;
import eavesdrop.printing.ChatPrinter;
import eavesdrop.printing.Mask;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw reveal [PCAP]`: Eve's view, the conversation from the packets alone.
@Command(
        name = "reveal",
        description = {
            "Eve's view: the conversation, put together from the packets alone.",
            "Each line stands with its frame (as Wireshark counts), its stream (tcp.stream), and its offset: the bytes that the"
                    + " same side sent before it in this stream. A copy is what the server sent on to somebody."
        },
        sortOptions = false)
final class RevealCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "PCAP",
            description = "A capture file, - for standard input, or TCP@HOST:PORT. Default: the lab's own capture.")
    private @Nullable String capture;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as the capture grows, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Print JSON; with --follow one object per line.")
    private boolean json;

    @Option(
            names = "--spoil",
            description = "Show your own codewords, too, before worksheet 2 is right. That is kept like a hint.")
    private boolean spoil;

    RevealCommand(Console console) {
        this.console = console;
    }

    RevealCommand(Console console, String capture) {
        this.console = console;
        this.capture = capture;
    }

    @Override
    public Integer call() {
        CaptureSource source = CaptureSource.of(capture);
        if (follow) {
            followLive(source);
        } else {
            reveal(source);
        }
        return ExitStatus.OK.code();
    }

    private void reveal(CaptureSource source) {
        Mask mask = Mask.ofStudent(LabFiles.progress(), LabFiles.ticket(), spoil);
        try (CaptureReader reader = source.open();
                ExecutorService printing = Beside.open()) {
            if (json) {
                mask.prepare();
                console.json(out -> ChatJson.print(out, source.name(), reader, printing, mask));
                mask.tell(console);
            } else {
                print(source, reader, printing, mask);
            }
        }
    }

    private void print(CaptureSource source, CaptureReader reader, Executor printing, Mask mask) {
        ChatPrinter printer = new ChatPrinter(console, ZoneId.systemDefault());
        printer.header();
        Conversation rest = Conversation.inParts(
                reader,
                printing,
                part -> printer.lines(part.stream().map(mask::of).toList()));
        mask.tell(console);
        printer.summary(source.name(), rest);
    }

    private void followLive(CaptureSource source) {
        Mask mask = Mask.ofStudent(LabFiles.progress(), LabFiles.ticket(), spoil);
        ChatPrinter printer = new ChatPrinter(console, ZoneId.systemDefault());
        if (!json) {
            printer.header();
        }
        console.note("Listening to " + source.name() + ". Ctrl-C ends it.");
        try (LiveCapture live = LiveCapture.open(source)) {
            LiveConversation conversation = new LiveConversation(live.reader(), line -> {
                boolean hidden = mask.hasHidden();
                ChatLine masked = mask.of(line);
                if (json) {
                    console.print(ChatJson.oneLine(masked));
                } else {
                    printer.line(masked);
                }
                if (!hidden) {
                    mask.tell(console);
                }
            });
            String end = live.run(conversation::next);
            conversation.finish();
            conversation.limits().forEach(console::note);
            console.note(end);
        } catch (InterruptedException stopped) {
            throw LabException.machine("Listening was interrupted.", "Start it again.");
        }
    }
}
