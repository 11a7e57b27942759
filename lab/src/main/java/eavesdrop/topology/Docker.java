package eavesdrop.topology;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The docker command and its compose plugin: the only place that calls them.
final class Docker {
    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final Duration BUILD = Duration.ofMinutes(30);
    private final Path labs;
    private final Map<String, String> variables;

    /// @param labs the folder of `docker-compose.yml`
    /// @param variables what that file finds in its environment beside this process's own
    Docker(Path labs, Map<String, String> variables) {
        this.labs = labs;
        this.variables = variables;
    }

    /// Why Docker cannot be used, as an exception with the remedy; returns when it can.
    void requireEngine() {
        switch (DockerProbe.probe(labs)) {
            case DockerProbe.Answers _ -> {}
            case DockerProbe.Missing(String what, String remedy) -> throw LabException.machine(what, remedy);
        }
    }

    boolean engineAnswers() {
        return DockerProbe.probe(labs) instanceof DockerProbe.Answers;
    }

    Programs.Result compose(Consumer<String> eachLine, String... arguments) {
        return compose(SHORT.multipliedBy(3), eachLine, arguments);
    }

    /// @param services which ones; all that belong to the lab when none is named
    Programs.Result build(Consumer<String> eachLine, String... services) {
        List<String> arguments = new ArrayList<>(List.of("--progress", "plain", "build"));
        arguments.addAll(List.of(services));
        return compose(BUILD, eachLine, arguments.toArray(String[]::new));
    }

    private Programs.Result compose(Duration limit, Consumer<String> eachLine, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        return Programs.run(labs, variables, limit, "", eachLine, command);
    }

    /// Runs a command inside a running container.
    Programs.Result exec(String container, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "exec", "-i", container));
        command.addAll(List.of(arguments));
        return Programs.run(labs, SHORT, input, _ -> {}, command);
    }

    Programs.Result docker(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /// @param command begins with `docker`
    Programs.Result run(List<String> command) {
        return Programs.run(labs, SHORT, "", _ -> {}, command);
    }
}
