package eavesdrop.cli;

import eavesdrop.LabException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `labw test` is carried out by the wrapper, which calls Maven; this class only describes it.
@Command(
        name = "test",
        description = "Run the project's own tests. Tests with containers are skipped, aloud, where no Docker answers.")
final class TestCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw LabException.usage("The tests run from the wrapper.", "In the folder of the lab, run: ./labw test");
    }
}
