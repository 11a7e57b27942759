package eavesdrop.chat.terminal;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A process in a real pseudo-terminal, and what its screen shows.
final class PtyScreen implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final PtyProcess process;
    private final OutputStream keyboard;
    private final List<Emulator> attached = new CopyOnWriteArrayList<>();
    private final Object painted = new Object();

    private PtyScreen(PtyProcess process, Emulator emulator) {
        this.process = process;
        // Asked for now, so that the process never closes it as unused: see `read`.
        this.keyboard = process.getOutputStream();
        attached.add(emulator);
        Thread.ofPlatform().daemon().name("pty").start(this::read);
    }

    /// Starts a command. A size of 0 and 0 is that of a container's terminal to which nobody is attached.
    static PtyScreen start(List<String> command, Map<String, String> environment, int columns, int rows)
            throws IOException {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.put("TERM", "xterm-256color");
        all.putAll(environment);
        PtyProcess process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(all)
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .start();
        boolean nobody = columns == 0 || rows == 0;
        Emulator emulator = new Emulator(nobody ? 80 : columns, nobody ? 24 : rows, Emulator.Composing.TOGETHER);
        return new PtyScreen(process, emulator);
    }

    /// Does not close the pseudo-terminal: the garbage collector does. When a process has ended, pty4j writes a byte
    /// into a pipe of its terminal. If the pipe was closed in that moment, its number may already belong to the
    /// next terminal, whose output is then never read (JetBrains/pty4j, issue 181).
    private void read() {
        Reader output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        try {
            char[] some = new char[4096];
            for (int length = output.read(some); length >= 0; length = output.read(some)) {
                show(new String(some, 0, length));
            }
        } catch (IOException processEnded) {
            // A pseudo-terminal ends with an error on Linux.
        }
    }

    private void show(String output) {
        synchronized (painted) {
            attached.forEach(emulator -> emulator.write(output));
            painted.notifyAll();
        }
    }

    /// The terminal in which the process was started.
    Emulator terminal() {
        return attached.getFirst();
    }

    /// Attaches another terminal, which shows a shell's output so far.
    Emulator attach(Emulator another) {
        another.scribble();
        attached.add(another);
        return another;
    }

    void type(String keys) throws IOException {
        keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    void enter(String line) throws IOException {
        type(line + "\r");
    }

    /// Gives the terminals another size; the kernel tells the process.
    void resize(int columns, int rows) throws IOException {
        synchronized (painted) {
            attached.forEach(emulator -> emulator.resize(columns, rows));
        }
        process.setWinSize(new WinSize(columns, rows));
    }

    /// What an engine does when somebody attaches with a terminal of the same size as before.
    void tellSizeAgain() throws IOException, InterruptedException {
        signal("WINCH", process.pid());
    }

    static void signal(String name, long process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
    }

    /// Waits until the first terminal's screen holds a text.
    void awaitText(String text) throws InterruptedException {
        await(terminal(), emulator -> emulator.screen().contains(text), "the screen shows “" + text + "”");
    }

    /// Waits until a terminal is as wanted. Fails with what the screen shows.
    void await(Emulator emulator, Predicate<Emulator> wanted, String description) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        synchronized (painted) {
            while (!wanted.test(emulator)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(
                            "Waited in vain until " + description + ". It shows:\n" + emulator.screen());
                }
                TimeUnit.NANOSECONDS.timedWait(painted, left);
            }
        }
    }

    ProcessHandle handle() {
        return ProcessHandle.of(process.pid()).orElseThrow(() -> new AssertionError("the process has ended"));
    }

    /// Waits for the end of the process and gives its exit status.
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError(
                    "The process does not end. It shows:\n" + terminal().screen());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
