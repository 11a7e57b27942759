package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.console.StandardOutput;
import eavesdrop.topology.LocalLab;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The background process of the local lab, which `labw up --topology local` starts. What it prints goes to
/// `labs/server/data/local.log`: the operator's view, or why it could not start (two lines).
final class LocalMain {
    private static final long TO_LEAVE_SECONDS = 10;

    private LocalMain() {}

    public static void main(String[] args) {
        CountDownLatch ended = new CountDownLatch(1);
        ExitStatus status;
        try {
            status = run(Console.ofProcess(System.getenv(), new StandardOutput()), ended);
        } finally {
            ended.countDown();
        }
        System.exit(status.code());
    }

    private static ExitStatus run(Console console, CountDownLatch ended) {
        try (LocalLab lab = LocalLab.start(LabFiles.settings(), console::print)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(lab, ended)));
            lab.serve();
            return ExitStatus.OK;
        } catch (LabException known) {
            console.print(known.what());
            console.print(known.remedy());
            return ExitStatus.MACHINE;
        } catch (IOException unclean) {
            console.print("The local lab did not end cleanly: " + unclean.getMessage());
            return ExitStatus.MACHINE;
        }
    }

    /// SIGTERM ends it as `labw down` does. Java halts as soon as its hooks have returned, so this one waits until
    /// everybody has left.
    private static void end(LocalLab lab, CountDownLatch ended) {
        lab.stop();
        try {
            boolean _ = ended.await(TO_LEAVE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
