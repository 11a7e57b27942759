package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.WholeFile;
import eavesdrop.classroom.LabRuns;
import eavesdrop.classroom.LabWorksheet;
import eavesdrop.classroom.Manifest;
import eavesdrop.classroom.Packing;
import eavesdrop.classroom.SubmissionZip;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw submit`: packs what a student hands in.
@Command(
        name = "submit",
        description = {
            "Pack what you hand in: your worksheets, the captures and logs they rest on, what you wrote for the exercises,"
                    + " your ID, and the hints you took.",
            "Says first what is missing. Your ticket's seed stays here."
        },
        sortOptions = false)
final class SubmitCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "N", description = "The numbers of the labs. Default: all.")
    private List<Integer> numbers = List.of();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Default: submission-ID.zip in the folder of the kit.")
    private @Nullable Path out;

    @Mixin
    private final RunOption run = new RunOption();

    @Option(names = "--dry-run", description = "Say what is missing, and pack nothing.")
    private boolean dryRun;

    @Option(names = "--force", description = "Replace the file if it is there with other content.")
    private boolean force;

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    SubmitCommand(Console console) {
        this.console = console;
    }

    /// What `--json` prints.
    ///
    /// @param file the zip; empty when nothing was packed, which `--dry-run` asks for
    /// @param worksheets the numbers of those that were begun
    /// @param exercises the same
    /// @param files what the zip holds or would hold
    record Packed(
            String ticket,
            String file,
            List<Integer> worksheets,
            List<Integer> exercises,
            List<Manifest.PackedFile> files,
            List<String> missing) {}

    @Override
    public Integer call() {
        Ticket ticket = ticket();
        Packing packing = Packing.of(ticket, worksheets(), LabFiles.settings().data(), named());
        WrittenCode code = WrittenCode.of(numbers);
        List<String> missing = Stream.concat(packing.missing().stream(), code.missing().stream())
                .toList();
        if (packing.parts().isEmpty() && code.files().isEmpty()) {
            tell(missing);
            throw LabException.file("There is nothing to hand in yet.", "Answer a worksheet first.");
        }
        if (json) {
            console.json(packed(ticket, packing, code, missing));
            return ExitStatus.OK.code();
        }
        tell(missing);
        if (missing.isEmpty()) {
            console.note("Nothing is missing.");
        }
        if (!dryRun) {
            pack(ticket, packing, code);
        }
        return ExitStatus.OK.code();
    }

    private void tell(List<String> missing) {
        missing.forEach(sentence -> console.note(console.yellow("! ") + sentence));
    }

    private Packed packed(Ticket ticket, Packing packing, WrittenCode code, List<String> missing) {
        SubmissionZip zip = zip(ticket, packing, code);
        Path file = file(ticket);
        if (!dryRun) {
            write(file, zip.bytes());
        }
        return new Packed(
                ticket.id(),
                dryRun ? "" : file.toString(),
                packing.parts().stream().map(part -> part.worksheet().number()).toList(),
                code.begun(),
                zip.manifest().files(),
                missing);
    }

    private static Ticket ticket() {
        if (!Files.exists(LabFiles.ticket())) {
            throw LabException.file(
                    "You have no ticket, so nobody could tell whose work this is.",
                    "Save the ticket you were given as " + LabFiles.ticket()
                            + ", or make one: ./labw start --student ID");
        }
        return Ticket.read(LabFiles.ticket());
    }

    private List<LabWorksheet> worksheets() {
        List<WorksheetFiles> files = numbers.isEmpty()
                ? WorksheetFiles.all()
                : numbers.stream().distinct().map(WorksheetFiles::numbered).toList();
        return files.stream().map(WorksheetFiles::forClass).toList();
    }

    /// The run that the person named. It counts for the worksheets whose conversation it holds.
    private Optional<LabRuns> named() {
        return run.isNamed()
                ? Optional.of(LabRuns.named(LabFiles.captureOr(run.capture()), run.log(), run.malloryLog()))
                : Optional.empty();
    }

    private void pack(Ticket ticket, Packing packing, WrittenCode code) {
        SubmissionZip zip = zip(ticket, packing, code);
        Path file = file(ticket);
        boolean same = write(file, zip.bytes());
        console.print("Ticket " + ticket.id()
                + (packing.parts().isEmpty() ? "" : ", worksheets " + packing.numbers())
                + (code.files().isEmpty() ? "" : ", exercises " + code.numbers()) + ":");
        zip.manifest().files().forEach(packed -> console.print(line(packed)));
        console.print((same ? "Nothing has changed since you packed it: " : "Packed: ") + file);
        console.note("Next: hand in this one file, as it is. It does not leave this machine by itself.");
    }

    private static SubmissionZip zip(Ticket ticket, Packing packing, WrittenCode code) {
        Optional<Path> progress = Optional.of(LabFiles.progress()).filter(Files::exists);
        return SubmissionZip.of(ticket, packing, code.files(), progress, Version.text());
    }

    private Path file(Ticket ticket) {
        return Objects.requireNonNullElseGet(out, () -> LabFiles.home().resolve("submission-" + ticket.id() + ".zip"));
    }

    private static String line(Manifest.PackedFile file) {
        return "  %-44s %,9d bytes  sha256 %s…"
                .formatted(file.path(), file.bytes(), file.sha256().substring(0, 12));
    }

    /// Whether the same bytes were there already. Other bytes are replaced only when that was asked for.
    private boolean write(Path file, byte[] bytes) {
        try {
            if (Files.exists(file)) {
                if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                    return true;
                }
                if (!force) {
                    throw LabException.file(
                            file + " is there already, with other content.",
                            "Replace it with --force, or name another file with --out.");
                }
            }
            WholeFile.write(file, bytes);
            return false;
        } catch (IOException denied) {
            throw LabException.unwritable(file, denied);
        }
    }
}
