package eavesdrop.cli;

import eavesdrop.cli.Checkup.Finding;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `labw doctor`: what this machine has and lacks, one line each.
@Command(
        name = "doctor",
        description =
                "Check this machine: Docker, compose, JDK, ports, Wireshark, disk. One line each, with the remedy.",
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--json", description = "Print one JSON value.")
    private boolean json;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Checkup(LabFiles.settings(), System.getenv()).findings();
        if (json) {
            console.json(findings);
        } else {
            findings.forEach(this::print);
        }
        boolean lacks = findings.stream().anyMatch(finding -> finding.state() == Finding.State.MISSING);
        return (lacks ? ExitStatus.MACHINE : ExitStatus.OK).code();
    }

    private void print(Finding finding) {
        String mark = switch (finding.state()) {
            case GOOD -> console.green("✓");
            case OPTIONAL -> console.yellow("!");
            case MISSING -> console.red("✗");
        };
        String remedy = finding.remedy().isEmpty() ? "" : "  → " + finding.remedy();
        console.print("%s %-10s %s%s".formatted(mark, finding.name(), finding.detail(), remedy));
    }
}
