package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.printing.MatrixPicture;
import eavesdrop.printing.MatrixTable;
import eavesdrop.printing.Rung;
import eavesdrop.topology.LabSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `labw matrix`: who sees what, rung by rung, measured.
@Command(
        name = "matrix",
        description = {
            "Climb the ladder: start each scenario, let Alice whisper to Bob, and measure who has the whisper: Eve on the"
                    + " wire, the operator of the server, Mallory in the middle, and Bob.",
            "Stops a lab that runs. The evidence of each rung stays in labs/server/data/matrix."
        },
        sortOptions = false)
final class MatrixCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private TopologyOption topology = new TopologyOption();

    @Option(
            names = "--with",
            paramLabel = "exercises|solutions",
            description = "Whose classes are measured: your own, or the kit's solutions. Default: solutions.")
    private ExerciseClasses.Whose whose = ExerciseClasses.Whose.SOLUTIONS;

    @Option(
            names = "--rung",
            paramLabel = "SCENARIO",
            completionCandidates = CompletionCommand.Rungs.class,
            split = ",",
            description = "Only these rungs. Default: all that the ladder has.")
    private @Nullable List<String> only;

    @Option(
            names = "--mistake",
            paramLabel = "DIR",
            description = "Lay the files of a folder over the classes: one of solutions/src/test/mistakes. What the"
                    + " matrix says must then change.")
    private @Nullable Path mistake;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draw the matrix.")
    private @Nullable Path svg;

    MatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LabSettings settings = LabFiles.settings();
        Path folder = settings.data().resolve("matrix");
        Path classes = folder.resolve("classes");
        ExerciseClasses.compileInto(classes, whose, Optional.ofNullable(mistake));
        Matrix matrix = new Matrix(console, folder);
        List<Rung> rungs = new ArrayList<>();
        for (String name : rungs(Matrix.known(settings.labs()))) {
            console.note("Rung " + name + " …");
            rungs.add(matrix.measure(
                    name,
                    settings,
                    scenario -> topology.choose(
                            console, scenario.needsClasses() ? scenario.withClasses(classes) : scenario)));
        }
        if (json) {
            console.json(MatrixTable.json(rungs));
        } else {
            MatrixTable.print(console, rungs);
        }
        if (svg != null) {
            draw(svg, rungs);
        }
        boolean measured = rungs.stream().allMatch(rung -> rung.problem().isEmpty());
        return (measured ? ExitStatus.OK : ExitStatus.WRONG).code();
    }

    private List<String> rungs(List<String> known) {
        if (only == null) {
            return known;
        }
        for (String name : only) {
            if (!known.contains(name)) {
                throw LabException.usage(
                        "The ladder has no rung '" + name + "'.", "Its rungs are: " + String.join(", ", known) + ".");
            }
        }
        return only;
    }

    private static void draw(Path file, List<Rung> rungs) {
        try {
            Files.writeString(file, MatrixPicture.of(rungs), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw LabException.file("The picture could not be written: " + refused.getMessage(), "Name another file.");
        }
    }
}
