package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.console.Console;
import eavesdrop.evidence.Observer;
import eavesdrop.evidence.TextQuery;
import eavesdrop.printing.Rung;
import eavesdrop.topology.Keys;
import eavesdrop.topology.LabSettings;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import eavesdrop.worksheet.Cast.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Climbs the ladder: starts each scenario, lets Alice whisper to Bob, stops it, and looks who has the whisper.
///
/// Nothing of the result is typed in. Each observer is asked in the same way, and Bob is one of them: a rung on which
/// he reads nothing would prove nothing about the others.
final class Matrix {
    /// The rungs, from the ground up, each with what it is.
    static final Map<String, String> RUNGS = rungs();

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private final Console console;
    private final Path kept;

    /// @param kept the folder for the evidence of each rung
    Matrix(Console console, Path kept) {
        this.console = console;
        this.kept = kept;
    }

    private static Map<String, String> rungs() {
        Map<String, String> rungs = new LinkedHashMap<>();
        rungs.put("plain", "text as it is");
        rungs.put("tls", "TLS to the server");
        rungs.put("mallory", "TLS that verifies nobody, Mallory between");
        rungs.put("verified", "TLS that verifies the server");
        rungs.put("mallory-verified", "TLS that verifies, Mallory between");
        rungs.put("mallory-signed", "the same, but the authority erred");
        rungs.put("pinned", "the same, and the key is pinned");
        rungs.put("e2e", "sealed from end to end");
        return rungs;
    }

    /// Those of the rungs that this lab has a scenario for.
    static List<String> known(Path labs) {
        List<String> scenarios = Scenario.all(labs);
        return RUNGS.keySet().stream().filter(scenarios::contains).toList();
    }

    /// Measures one rung.
    ///
    /// @param start gives the lab of a scenario, with its classes
    Rung measure(String name, LabSettings settings, Function<Scenario, Topology> start) {
        String meaning = RUNGS.getOrDefault(name, name);
        Scenario scenario = Scenario.named(settings.labs(), name);
        if (scenario.needsKeys()) {
            Keys.makeMissing(settings.keys(), console::note);
        }
        Topology lab = start.apply(scenario);
        lab.down(console::note);
        try {
            return measure(name, meaning, settings.withScenario(scenario), lab);
        } catch (LabException stopped) {
            return Rung.notMeasured(
                    name,
                    meaning,
                    new Stage(lab, console)
                            .notDone()
                            .map(todo -> "not done yet: " + todo.words())
                            .orElse(stopped.what()));
        } finally {
            lab.down(console::note);
        }
    }

    private Rung measure(String name, String meaning, LabSettings settings, Topology lab) {
        Stage stage = new Stage(lab, console);
        Optional<Stage.Refusal> refusal = stage.up();
        String whisperer = lab.people().getFirst();
        String reader = lab.people().getLast();
        String codeword = codeword();
        Instant before = Instant.now();
        boolean arrived = whisper(stage, new Utterance(whisperer, "/whisper " + reader + " " + codeword), refusal)
                && stage.shows(reader, codeword, PATIENCE);
        Instant after = Instant.now();
        Path heard = lab.transcript(reader);
        lab.down(console::note);
        Path folder = keep(name, lab, settings, heard);
        TextQuery question = TextQuery.of(codeword).between(before, after);
        List<Rung.Cell> cells = new ArrayList<>();
        for (Observer observer : observers(folder, lab, reader)) {
            cells.add(Rung.Cell.of(observer, observer.look(question)));
        }
        Optional<String> problem = arrived || refusal.isPresent()
                ? Optional.empty()
                : Optional.of(reader + " did not get the whisper, so the rest proves nothing");
        return new Rung(name, meaning, cells, refusal.map(Stage.Refusal::reason), problem);
    }

    /// Types it. A client that refused its server may say that it cannot send: then that is the result.
    ///
    /// @return whether it makes sense to wait for the whisper
    private static boolean whisper(Stage stage, Utterance whisper, Optional<Stage.Refusal> refusal) {
        try {
            stage.say(whisper);
            return refusal.isEmpty();
        } catch (LabException notConnected) {
            if (refusal.isPresent()) {
                return false;
            }
            throw notConnected;
        }
    }

    /// Of this run alone: an old capture cannot hold it.
    private static String codeword() {
        return "otter-" + Long.toString(new SecureRandom().nextLong(1L << 40), 36);
    }

    private static List<Observer> observers(Path folder, Topology lab, String reader) {
        List<Observer> observers = new ArrayList<>();
        observers.add(new Observer.Eve(folder.resolve(lab.capture().getFileName())));
        observers.add(new Observer.Operator(folder.resolve("operator.jsonl")));
        Path mallory = folder.resolve("mallory.jsonl");
        if (Files.exists(mallory)) {
            observers.add(new Observer.Mallory(mallory));
        }
        observers.add(new Observer.Client("Bob", folder.resolve(reader + ".heard")));
        return observers;
    }

    /// The next rung moves the files of this one aside; here they stay under the rung's name.
    private Path keep(String name, Topology lab, LabSettings settings, Path heard) {
        try {
            Path folder = Files.createDirectories(kept.resolve(name));
            Path mallory = settings.malloryLog();
            copy(lab.capture(), folder);
            copy(lab.operatorLog(), folder);
            copy(heard, folder);
            Files.deleteIfExists(folder.resolve(mallory.getFileName()));
            if (settings.scenario().hasMallory()) {
                copy(mallory, folder);
            }
            return folder;
        } catch (IOException full) {
            throw LabException.machine(
                    "The evidence could not be kept in " + kept + ": " + full.getMessage(), LabException.MAY_WRITE);
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}
