package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.topology.LocalLab;
import java.io.IOException;

/// The background process of the local lab, which `labw up --topology local` starts. What it prints goes to
/// `labs/server/data/local.log`: the operator's view, or why it could not start (two lines).
final class LocalMain {
    private LocalMain() {}

    public static void main(String[] args) {
        Console console = Console.ofProcess(System.getenv());
        System.exit(run(console).code());
    }

    private static ExitStatus run(Console console) {
        try (LocalLab lab = LocalLab.start(LabFiles.settings(), console::print)) {
            // Ctrl-C and SIGTERM end it as `labw down` does.
            Runtime.getRuntime().addShutdownHook(new Thread(lab::stop));
            lab.serve();
            return ExitStatus.OK;
        } catch (LabException known) {
            console.print(known.what());
            console.print(known.remedy());
            return ExitStatus.MACHINE;
        } catch (IOException ended) {
            console.print("The local lab did not end cleanly: " + ended.getMessage());
            return ExitStatus.MACHINE;
        }
    }
}
