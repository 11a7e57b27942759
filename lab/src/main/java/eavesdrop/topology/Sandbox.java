package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Containers for programs that strangers wrote, one for each run. A program sees there nothing of this machine
/// but what it is shown, can change nothing but one file, has no network but its own loopback, and ends in time,
/// also when nobody waits for it any more.
///
/// It is the engine that keeps it in: namespaces, no capabilities, and the limits of control groups. A hole in the
/// kernel is a hole in this, too.
public final class Sandbox {
    /// The Java of the image, whose folder also tells its version.
    public static final String JAVA = "/opt/java/bin/java";

    private static final String SERVICE = "lab";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Docker docker;
    private final String image;

    /// What runs in a container of its own.
    ///
    /// @param shown files and folders that it may read
    /// @param written the file that it may write
    /// @param folder in which it starts; nothing of it is there but what is shown
    /// @param megabytes of memory, all processes together
    /// @param processes and threads that may be at a time
    /// @param atMost after which it is ended
    /// @param command with the names that files have in there
    public record Program(
            List<Path> shown,
            Path written,
            Path folder,
            int megabytes,
            int processes,
            Duration atMost,
            List<String> command) {}

    Sandbox(Docker docker, String image) {
        this.docker = docker;
        this.image = image;
    }

    /// Sees to it that programs can start in it; that may build an image.
    ///
    /// @param home the folder that holds `labs/`
    /// @throws LabException when none can
    public static Sandbox prepare(Path home, Consumer<String> progress) {
        return prepare(home, Map.of(), progress);
    }

    /// @param variables what the compose file finds in its environment beside this process's own
    static Sandbox prepare(Path home, Map<String, String> variables, Consumer<String> progress) {
        Docker docker = new Docker(home.resolve("labs"), variables);
        if (DockerProbe.probe(home.resolve("labs")) instanceof DockerProbe.Missing(String what, String _)) {
            throw LabException.machine(
                    what,
                    "See what './labw doctor' says of Docker; or leave --sandbox out, on a machine that holds nothing of"
                            + " value.");
        }
        Sandbox sandbox = new Sandbox(docker, image(docker));
        sandbox.build(home, progress);
        sandbox.needWorking();
        return sandbox;
    }

    private static String image(Docker docker) {
        return docker.compose(_ -> {}, "--profile", "tools", "config", "--images")
                .output()
                .lines()
                .map(String::strip)
                .filter(name -> name.startsWith("eavesdrop-" + SERVICE + ":"))
                .findFirst()
                .orElse("eavesdrop-" + SERVICE);
    }

    /// Of the image only the Java and the libraries of the system are used: one is good enough that is newer than what
    /// says which those are.
    private void build(Path home, Consumer<String> progress) {
        Images images = new Images(docker, home);
        Instant changed = changed(home.resolve("labs/Dockerfile"));
        if (images.created(image).filter(changed::isBefore).isEmpty()) {
            progress.accept("Building the image " + image + ": the first time some minutes …");
            images.build(progress, SERVICE);
        }
    }

    private static Instant changed(Path dockerfile) {
        try {
            return Files.getLastModifiedTime(dockerfile).toInstant();
        } catch (IOException unknown) {
            return Instant.EPOCH;
        }
    }

    /// How a file of this machine is called in there.
    public static String seen(Path path) {
        String plain = path.toAbsolutePath().toString().replace('\\', '/').replace(":", "");
        return "/shown" + (plain.startsWith("/") ? "" : "/") + plain;
    }

    /// The command that starts the program in a container. Its output is the program's.
    public List<String> command(Program program) {
        List<String> command = new ArrayList<>(List.of("docker", "run", "--rm", "--pull", "never"));
        command.addAll(List.of("--network", "none", "--ipc", "none", "--read-only", "--cap-drop", "ALL"));
        command.addAll(List.of("--security-opt", "no-new-privileges", "--pids-limit", "" + program.processes()));
        command.addAll(List.of("--memory", program.megabytes() + "m", "--memory-swap", program.megabytes() + "m"));
        // What it prints is taken away from here; a log would fill the disk of the engine.
        command.addAll(
                List.of("--log-driver", "none", "--tmpfs", "/tmp:exec,size=64m,mode=1777", "--env", "HOME=/tmp"));
        command.addAll(user(program.written()));
        program.shown().forEach(path -> command.addAll(List.of("--mount", mount(path) + ",readonly")));
        command.addAll(List.of("--mount", mount(program.written()), "--workdir", seen(program.folder())));
        // Its first process ends it: the command on this machine may have been killed.
        command.addAll(List.of(
                "--entrypoint",
                "timeout",
                image,
                "-s",
                "KILL",
                "" + program.atMost().toSeconds()));
        command.addAll(program.command());
        return command;
    }

    /// One field of CSV for each option, as `--mount` reads them.
    private static String mount(Path path) {
        return "type=bind," + field("src=" + path.toAbsolutePath()) + "," + field("dst=" + seen(path));
    }

    private static String field(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /// The owner of the file, who may write it. On Windows, files have none that a container knows.
    private static List<String> user(Path written) {
        try {
            Object user = Files.getAttribute(written, "unix:uid");
            return List.of("--user", user + ":" + Files.getAttribute(written, "unix:gid"));
        } catch (IOException | UnsupportedOperationException noOwner) {
            return List.of();
        }
    }

    private void needWorking() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            Path written = Files.createTempFile(temporary, "sandbox", ".tried");
            try {
                needWorking(new Program(List.of(), written, temporary, 64, 16, PATIENCE, List.of()));
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException failed) {
            throw LabException.machine(
                    "The containers for your students' code cannot be tried out: " + failed.getMessage(),
                    "Make room in the temporary folder of this machine: " + System.getProperty("java.io.tmpdir"));
        }
    }

    /// Returns when such a program can be started, reads what it is shown, and writes what it may: tried out with one
    /// of ours in its place.
    ///
    /// @throws LabException when not
    public void needWorking(Program program) {
        String lookAtAll =
                "for file in \"$@\"; do test -r \"$file\" || { echo \"$file cannot be read\"; exit 1; }; done;"
                        + " : >> \"$0\" && cat /opt/java/release";
        List<String> command = new ArrayList<>(List.of("sh", "-c", lookAtAll, seen(program.written())));
        program.shown().forEach(path -> command.add(seen(path)));
        Programs.Result tried = docker.run(command(new Program(
                program.shown(),
                program.written(),
                program.folder(),
                program.megabytes(),
                program.processes(),
                PATIENCE,
                command)));
        if (!tried.worked()) {
            throw LabException.machine(
                    "The containers for your students' code do not start, or do not see the files of this machine: "
                            + why(tried.said()),
                    "Try 'docker run --rm " + image + " --version'. Docker Desktop must be allowed to share the folder "
                            + System.getProperty("java.io.tmpdir") + ".");
        }
        needFitting(tried.output());
    }

    /// The first line that is no hint of the docker command.
    private static String why(String said) {
        return said.lines()
                .map(line -> line.replaceFirst("^docker: ", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("nothing is said about it");
    }

    /// What this Java compiles must run on the Java of the image.
    private void needFitting(String release) {
        int inside = release.lines()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
        int here = Runtime.version().feature();
        if (inside < here) {
            throw LabException.machine(
                    "The Java of the image " + image + " is " + inside + ", older than this one, which is " + here
                            + ".",
                    "Set JAVA_HOME to a JDK " + inside + ", and run the command again.");
        }
    }
}
