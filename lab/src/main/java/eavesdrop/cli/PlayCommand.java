package eavesdrop.cli;

import eavesdrop.LabException;
import eavesdrop.chat.seam.UnwrittenPart;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import eavesdrop.topology.Scenario;
import eavesdrop.topology.Topology;
import eavesdrop.worksheet.Cast;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `labw play N`: the people of lab N hold their conversation, each in their own client.
@Command(
        name = "play",
        description = "Let the people of a lab hold their conversation, each in their own client.",
        sortOptions = false)
final class PlayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabOptions options = new LabOptions();

    @Parameters(
            paramLabel = "N",
            completionCandidates = CompletionCommand.Labs.class,
            description = "The number of the lab, for example 2.")
    private int lab;

    @Option(
            names = "--pause",
            paramLabel = "MS",
            defaultValue = "400",
            description = "Milliseconds between two lines, so that you can follow. Default: 400.")
    private int pause;

    PlayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (pause < 0 || pause > 60_000) {
            throw LabException.usage("A pause of " + pause + " ms cannot be.", "Give a number from 0 to 60000.");
        }
        Cast cast = Casts.of(lab, Ticket.readOrGuest(LabFiles.ticket()));
        Topology where = options.choose(console);
        if (!where.isUp()) {
            throw LabException.machine("The lab is not running.", "Start it with './labw up', then play again.");
        }
        WhereToLook look = WhereToLook.in(where);
        warnOfAnother(look.scenario());
        Stage stage = new Stage(where, console);
        Optional<Stage.Refusal> refusal = stage.refusal();
        if (refusal.isPresent()) {
            throw stage.notDone()
                    .map(UnwrittenPart::problem)
                    .orElseGet(() -> nobodySpeaks(refusal.get(), look.scenario()));
        }
        stage.play(cast, Duration.ofMillis(pause));
        console.print(
                "The cast of lab " + lab + " has said " + cast.utterances().size() + " lines.");
        console.note("Now find them: " + look.found(where.capture()));
        return ExitStatus.OK.code();
    }

    /// Who refuses the server is not in the chat. To start the lab again does not change that.
    private static LabException nobodySpeaks(Stage.Refusal refusal, Scenario running) {
        return LabException.usage(
                "Nobody can speak: " + refusal.person() + "'s client refuses the server that it is shown, which is the"
                        + " outcome of the scenario " + running.name() + ".",
                running.hasMallory()
                        ? "Without Mallory they can: ./labw down, then ./labw up --scenario verified"
                        : "Look at the transport of this scenario with './labw exercise'.");
    }

    /// What is said in another scenario is no evidence for the worksheet of this lab.
    private void warnOfAnother(Scenario running) {
        String written = Casts.scenarioOf(lab);
        if (!written.equals(running.name()) && Casts.of(running) != lab) {
            console.note("Lab " + lab + " is about the scenario " + written + ", and " + running.name()
                    + " runs: worksheet " + lab
                    + " will not be checked against this. For that, first: ./labw up --scenario "
                    + written);
        }
    }
}
