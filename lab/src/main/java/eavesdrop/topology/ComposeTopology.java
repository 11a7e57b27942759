package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.capture.PcapOverIp;
import eavesdrop.chat.client.ServerAddress;
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
    private final LabSettings settings;
    private final Docker docker;
    private final Containers containers;

    public ComposeTopology(LabSettings settings) {
        this.settings = settings;
        this.docker = new Docker(settings.labs(), environment(settings));
        this.containers = new Containers(docker, settings);
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
            throw ComposeFailure.explain(settings, started.said(), containers::lastWords);
        }
    }

    @Override
    public Optional<String> runningScenario() {
        return containers.scenario().filter(_ -> otherCopy().isEmpty());
    }

    @Override
    public Optional<Path> runningClasses() {
        return containers.classes();
    }

    @Override
    public Optional<ServerAddress> chatAt() {
        return possible() ? containers.chatAt() : Optional.empty();
    }

    /// Compose leaves alone what belongs to no part of the file that is in use now: she would still have her name.
    private void sendMalloryHome() {
        if (containers.isRunning("mallory")) {
            docker.compose(_ -> {}, "--profile", "mallory", "rm", "--stop", "--force", "mallory");
        }
    }

    private void buildIfStale(Consumer<String> progress) {
        Images images = new Images(docker, settings.home());
        if (!images.areStale()) {
            return;
        }
        needFreePorts();
        Instant begun = Instant.now();
        progress.accept("Building the images: the first time all of it, in some minutes; later what has changed …");
        images.build(progress);
        images.wereBuilt(begun);
    }

    /// Said at once, and not when the images were built for minutes.
    private void needFreePorts() {
        if (!isUp()) {
            HostPort.needFree(settings.port());
            HostPort.needFree(settings.pcapPort());
        }
    }

    private void needOwn() {
        otherCopy().map(OtherCopy::refusal).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private Optional<OtherCopy> otherCopy() {
        return OtherCopy.in(containers.whereStarted(), settings.labs());
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
            throw ComposeFailure.explain(settings, ended.said(), containers::lastWords);
        }
    }

    @Override
    public boolean isUp() {
        return possible() && !containers.whereStarted().isBlank() && otherCopy().isEmpty();
    }

    @Override
    public List<Party> parties() {
        Optional<OtherCopy> other = otherCopy();
        if (other.isPresent()) {
            return List.of(
                    new Party(containers.name("chat_server"), false, other.get().detail()));
        }
        List<Party> parties = new ArrayList<>();
        parties.add(party("chat_server", "listens on " + settings.bind() + ":" + settings.port()));
        parties.add(party("chat_wire", "the server's network; captures on its eth0"));
        for (int number = 1; number <= settings.people().size(); number++) {
            parties.add(client("chat_client_" + number, settings.people().get(number - 1)));
        }
        if (settings.scenario().hasMallory() || containers.isRunning("mallory")) {
            parties.add(party(
                    "mallory", "takes the place of the server; see 'docker logs " + containers.name("mallory") + "'"));
        }
        return parties;
    }

    /// A container that runs does not say yet whether its client was let in, or wants to be.
    private Party client(String name, String person) {
        Party party = party(name, person + "; attach with: docker attach " + containers.name(name));
        return party.running()
                ? new Party(
                        party.name(),
                        true,
                        party.detail(),
                        Attendance.of(containers.heard(name)).trouble())
                : party;
    }

    private Party party(String name, String detail) {
        boolean running = containers.isRunning(name);
        return new Party(containers.name(name), running, running ? detail : "not running");
    }

    @Override
    public List<String> people() {
        return settings.people();
    }

    @Override
    public void type(String person, String line) {
        String client = client(person);
        if (!containers.type(client, line)) {
            docker.requireEngine();
            throw LabException.machine(
                    person + " cannot speak: the container " + containers.name(client) + " does not answer.",
                    "Bring it back with './labw up'.");
        }
    }

    /// The name of somebody's client in the compose file.
    private String client(String person) {
        return "chat_client_" + (number(person) + 1);
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

    @Override
    public Path transcript(String person) {
        String shown = containers.heard(client(person));
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

    @Override
    public HostInterface hostInterface() {
        docker.requireEngine();
        if (!containers.isRunning("chat_server")) {
            throw LabException.machine("chat_server is not running.", "Start it with './labw up'.");
        }
        return containers
                .cable()
                .flatMap(HostInterfaces::byIndex)
                .orElseThrow(() -> LabException.machine(
                        "The containers' network cannot be seen from this host: Docker runs in a virtual machine here.",
                        "Capture with: wireshark -k -i TCP@127.0.0.1:" + settings.pcapPort()));
    }

    /// The cable is the server's alone.
    @Override
    public String captureFilter() {
        // Where the container itself offers its capture, whatever that is published as.
        return "not tcp port " + PcapOverIp.DEFAULT_PORT;
    }
}
