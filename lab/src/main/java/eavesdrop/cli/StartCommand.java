package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `labw start --student ID`: makes the ticket of a student who works alone.
@Command(
        name = "start",
        description = "Make student.yml, your ticket: your own secrets in the labs follow from it.",
        sortOptions = false)
final class StartCommand implements Callable<Integer> {
    // What README and worksheets write where the student's own ID belongs.
    private static final String PLACEHOLDER = "YOUR-ID";

    private final Console console;

    @Option(
            names = "--student",
            paramLabel = "ID",
            required = true,
            description = "Your ID: letters from A to Z, digits, dots, dashes, underscores, @ or +.")
    private String student = "";

    @Option(names = "--force", description = "Replace the ticket that is there. Your secrets change with it.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    StartCommand(Console console) {
        this.console = console;
    }

    /// What `--json` prints.
    ///
    /// @param ticket the file
    record Made(String student, String ticket) {}

    @Override
    public Integer call() {
        if (student.equalsIgnoreCase(PLACEHOLDER)) {
            throw LabException.usage(
                    PLACEHOLDER + " stands for your own ID.",
                    "Use the ID by which your school knows you, for example: ./labw start --student s1234567");
        }
        Ticket ticket = Ticket.alone(student);
        Path file = LabFiles.ticket();
        if (Files.exists(file) && !force) {
            throw LabException.file(
                    "There is a ticket already: " + file + ".",
                    "Keep it, for your secrets follow from it; or replace it with --force.");
        }
        try {
            WholeFile.write(file, ticket.print());
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
        if (json) {
            console.json(new Made(ticket.id(), file.toString()));
        } else {
            console.print("Made the ticket of " + ticket.id() + ": " + file);
        }
        console.note("Next: ./labw up");
        return ExitStatus.OK.code();
    }
}
