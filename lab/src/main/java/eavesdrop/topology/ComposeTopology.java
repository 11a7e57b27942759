package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.capture.PcapOverIp;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The lab in containers, as `labs/docker-compose.yml` describes it.
public final class ComposeTopology implements Topology {
    /// Where the client in a container takes lines as if they had been typed.
    private static final String HEARD = "/tmp/heard";
    private static final String TYPED = "/tmp/typed";

    // What stands there where no classes are needed.
    private static final String NO_CLASSES = "no-classes";

    private final LabSettings settings;
    private final Docker docker;

    public ComposeTopology(LabSettings settings) {
        this.settings = settings;
        this.docker = new Docker(settings.labs(), environment(settings));
    }

    private static Map<String, String> environment(LabSettings settings) {
        Map<String, String> environment = new HashMap<>(settings.scenario().environment());
        environment.put("COMPOSE_PROJECT_NAME", settings.project());
        // As a label: compose makes those containers anew whose labels have changed, and leaves the others alone.
        environment.put("LAB_MADE_OF", settings.madeOf());
        return environment;
    }

    @Override
    public String name() {
        return "compose";
    }

    /// Whether an engine and compose answer on this machine.
    public boolean possible() {
        return docker.engineAnswers();
    }

    @Override
    public void up(Consumer<String> progress) {
        docker.requireEngine();
        needOwn();
        Scenario scenario = settings.scenario();
        if (!scenario.needsClasses()
                && runningScenario().equals(Optional.of(scenario.name()))
                && parties().stream().allMatch(Party::running)) {
            return;
        }
        buildIfStale(progress);
        if (!scenario.hasMallory()) {
            sendMalloryHome();
        }
        progress.accept("Starting the containers …");
        Programs.Result started = isTroubled()
                ? docker.compose(_ -> {}, "up", "-d", "--wait", "--force-recreate")
                : docker.compose(_ -> {}, "up", "-d", "--wait");
        if (!started.worked()) {
            throw ComposeFailure.explain(settings, started.said(), this::words);
        }
    }

    private String words(String container) {
        return docker.docker("logs", "--tail", "5", container).said();
    }

    @Override
    public Optional<String> runningScenario() {
        Programs.Result label = docker.docker(
                "inspect", "--format", "{{index .Config.Labels \"eavesdrop.scenario\"}}", container("chat_server"));
        return Optional.of(label.output().strip())
                .filter(name -> label.worked() && !name.isEmpty() && otherCopy().isEmpty());
    }

    @Override
    public Optional<Path> runningClasses() {
        Programs.Result mount = docker.docker(
                "inspect",
                "--format",
                "{{range .Mounts}}{{if eq .Destination \"/classes\"}}{{.Source}}{{end}}{{end}}",
                container("chat_server"));
        return Optional.of(mount.output().strip())
                .filter(folder -> mount.worked() && !folder.isEmpty() && !folder.endsWith(NO_CLASSES))
                .map(Path::of);
    }

    /// The port is published by the container that owns the server's network.
    @Override
    public Optional<ServerAddress> chatAt() {
        if (!possible()) {
            return Optional.empty();
        }
        Programs.Result published = docker.docker("port", container("chat_wire"), Limits.DEFAULT_PORT + "/tcp");
        return published.worked() ? PublishedPort.parse(published.output()) : Optional.empty();
    }

    /// Compose leaves alone what belongs to no part of the file that is in use now: she would still have her name.
    private void sendMalloryHome() {
        if (isRunning(container("mallory"))) {
            docker.compose(_ -> {}, "--profile", "mallory", "rm", "--stop", "--force", "mallory");
        }
    }

    private void buildIfStale(Consumer<String> progress) {
        Images images = new Images(docker, settings.home());
        if (!images.areStale()) {
            return;
        }
        Instant begun = Instant.now();
        progress.accept("Building the images: the first time all of it, in some minutes; later what has changed …");
        Programs.Result built = docker.build(new BuildProgress(progress)::hear);
        if (!built.worked()) {
            throw LabException.machine(
                    "The images could not be built: " + BuildProgress.lastError(built.said()),
                    "See all of it with 'docker compose build' in the folder labs. Behind a proxy that inspects TLS, set"
                            + " EXTRA_CA to the file with its certificate.");
        }
        images.wereBuilt(begun);
    }

    private void needOwn() {
        otherCopy().map(OtherCopy::refusal).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<OtherCopy> otherCopy() {
        return OtherCopy.in(whereStarted(), settings.labs());
    }

    /// The folder from which each container of this lab that runs was started, one on a line. Containers that do not
    /// run are in nobody's way: compose makes them anew.
    private String whereStarted() {
        Programs.Result folders = docker.docker(
                "ps",
                "--filter",
                "label=com.docker.compose.project=" + settings.project(),
                "--format",
                "{{.Label \"" + OtherCopy.LABEL + "\"}}");
        return folders.worked() ? folders.output() : "";
    }

    @Override
    public void down(Consumer<String> progress) {
        docker.requireEngine();
        needOwn();
        downWhoeverBegan(progress);
    }

    @Override
    public void downWhoeverBegan(Consumer<String> progress) {
        docker.requireEngine();
        progress.accept("Stopping the containers …");
        Programs.Result ended = docker.compose(_ -> {}, "--profile", "*", "down", "--remove-orphans");
        if (!ended.worked()) {
            throw ComposeFailure.explain(settings, ended.said(), this::words);
        }
    }

    @Override
    public boolean isUp() {
        return possible() && !whereStarted().isBlank() && otherCopy().isEmpty();
    }

    @Override
    public List<Party> parties() {
        Optional<OtherCopy> other = otherCopy();
        if (other.isPresent()) {
            return List.of(
                    new Party(container("chat_server"), false, other.get().detail()));
        }
        List<Party> parties = new ArrayList<>();
        parties.add(party("chat_server", "listens on " + settings.bind() + ":" + settings.port()));
        parties.add(party("chat_wire", "the server's network; captures on its eth0"));
        for (int number = 1; number <= settings.people().size(); number++) {
            parties.add(client("chat_client_" + number, settings.people().get(number - 1)));
        }
        if (settings.scenario().hasMallory() || isRunning(container("mallory"))) {
            parties.add(
                    party("mallory", "takes the place of the server; see 'docker logs " + container("mallory") + "'"));
        }
        return parties;
    }

    /// A container that runs does not say yet whether its client was let in, or wants to be.
    private Party client(String name, String person) {
        Party party = party(name, person + "; attach with: docker attach " + container(name));
        return party.running()
                ? new Party(
                        party.name(),
                        true,
                        party.detail(),
                        Attendance.of(heard(name)).trouble())
                : party;
    }

    private String heard(String client) {
        Programs.Result heard = docker.exec(container(client), "", "cat", HEARD);
        return heard.worked() ? heard.output() : "";
    }

    private Party party(String name, String detail) {
        boolean running = isRunning(container(name));
        return new Party(container(name), running, running ? detail : "not running");
    }

    private boolean isRunning(String container) {
        Programs.Result state = docker.docker("inspect", "--format", "{{.State.Running}}", container);
        return state.worked() && state.output().strip().equals("true");
    }

    @Override
    public List<String> people() {
        return settings.people();
    }

    @Override
    public void type(String person, String line) {
        String container = container("chat_client_" + (number(person) + 1));
        Programs.Result typed = docker.exec(container, line + "\n", "sh", "-c", "cat > " + TYPED);
        if (!typed.worked()) {
            throw LabException.machine(
                    person + " cannot speak: the container " + container + " does not answer.",
                    "Bring it back with './labw up'.");
        }
    }

    private int number(String person) {
        int number = settings.people().indexOf(person);
        if (number < 0) {
            throw LabException.usage(
                    "Nobody called " + person + " sits at a client of this lab.",
                    "The clients are " + String.join(" and ", settings.people()) + ".");
        }
        return number;
    }

    private String container(String name) {
        return settings.prefix() + name;
    }

    @Override
    public Path transcript(String person) {
        String shown = heard("chat_client_" + (number(person) + 1));
        Path file = settings.data().resolve(person + ".heard");
        try {
            return Files.writeString(file, shown);
        } catch (IOException refused) {
            throw LabException.unwritable(file, refused);
        }
    }

    @Override
    public Path capture() {
        return settings.data().resolve("dump.pcap");
    }

    @Override
    public Path operatorLog() {
        return settings.operatorLog();
    }

    /// The host's end of the server's virtual cable (veth): inside the container, `iflink` names its index.
    @Override
    public HostInterface hostInterface() {
        docker.requireEngine();
        Programs.Result link = docker.exec(container("chat_server"), "", "cat", "/sys/class/net/eth0/iflink");
        if (!link.worked()) {
            throw LabException.machine("chat_server is not running.", "Start it with './labw up'.");
        }
        return index(link.output().strip())
                .flatMap(HostInterfaces::byIndex)
                .orElseThrow(() -> LabException.machine(
                        "The containers' network cannot be seen from this host: Docker runs in a virtual machine here.",
                        "Capture with: wireshark -k -i TCP@127.0.0.1:" + settings.pcapPort()));
    }

    private static Optional<Integer> index(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /// The cable is the server's alone.
    @Override
    public String captureFilter() {
        // Where the container itself offers its capture, whatever that is published as.
        return "not tcp port " + PcapOverIp.DEFAULT_PORT;
    }
}
