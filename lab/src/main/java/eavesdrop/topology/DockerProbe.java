package eavesdrop.topology;

import eavesdrop.LabException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Finds out whether Docker can be used here, and if not, which of the usual reasons it is.
public sealed interface DockerProbe {
    /// An engine and compose are there.
    record Answers(String engine, String compose) implements DockerProbe {}

    /// What is missing, and how to get it.
    record Missing(String what, String remedy) implements DockerProbe {}

    static DockerProbe probe(Path folder) {
        Programs.Result engine;
        try {
            engine = ask(folder, "docker", "version", "--format", "{{.Server.Version}}");
        } catch (LabException noCommand) {
            return new Missing("The command 'docker' is not on this machine.", install());
        }
        if (!engine.worked()) {
            return engineProblem(engine.said());
        }
        Programs.Result compose = ask(folder, "docker", "compose", "version", "--short");
        if (!compose.worked()) {
            return new Missing(
                    "Docker is here, but its plugin 'docker compose' is not.",
                    "Install the package docker-compose-v2 (Ubuntu), docker-compose-plugin (Docker's own packages) or"
                            + " Docker Desktop.");
        }
        return new Answers(engine.output().strip(), compose.output().strip());
    }

    private static DockerProbe engineProblem(String output) {
        if (output.contains("permission denied")) {
            return new Missing(
                    "A Docker engine runs, but you are not allowed to use it.",
                    "Run 'sudo usermod -aG docker $USER', log out and in again.");
        }
        return new Missing("No Docker engine answers.", start());
    }

    private static String install() {
        return isLinux()
                ? "Install it, for example with 'sudo apt install docker.io docker-compose-v2', or go on without: --topology local."
                : "Install Docker Desktop, or go on without: --topology local.";
    }

    private static String start() {
        return isLinux()
                ? "Start it with 'sudo systemctl start docker', or go on without: --topology local."
                : "Start Docker Desktop and wait until it says 'running', or go on without: --topology local.";
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static Programs.Result ask(Path folder, String... command) {
        return Programs.run(folder, Duration.ofSeconds(30), "", _ -> {}, List.of(command));
    }
}
