package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.chat.client.ServerAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The lab without Docker: server and clients in one process of this machine, on loopback. That process
/// (`LocalLab`) lives in the background between `up` and `down`; this class starts, asks and ends it.
public final class LocalTopology implements Topology {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(15);

    private final LabSettings settings;
    private final List<String> hostCommand;

    /// @param hostCommand the command line that starts the background process
    public LocalTopology(LabSettings settings, List<String> hostCommand) {
        this.settings = settings;
        this.hostCommand = hostCommand;
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public void up(Consumer<String> progress) {
        if (running().filter(this::isWhatIsWanted).isPresent() && !isTroubled()) {
            return;
        }
        down(progress);
        progress.accept("Starting server and clients in one process on loopback …");
        people().forEach(this::forgetTranscript);
        LocalProcess.start(settings, hostCommand, START);
    }

    private boolean isWhatIsWanted(LocalState state) {
        return state.scenario().equals(settings.scenario().name())
                && state.madeOf().equals(settings.madeOf());
    }

    /// What an earlier client heard must not be taken for what this one hears.
    private void forgetTranscript(String person) {
        try {
            Files.deleteIfExists(transcript(person));
        } catch (IOException kept) {
            // The client begins it anew when it starts.
        }
    }

    @Override
    public void down(Consumer<String> progress) {
        Optional<LocalState> state = running();
        if (state.isEmpty()) {
            return;
        }
        progress.accept("Stopping the local lab …");
        LocalProcess.end(state.get(), END);
        LocalState.forget(settings.data());
    }

    /// Another copy's process lies in another data folder.
    @Override
    public void downWhoeverBegan(Consumer<String> progress) {
        down(progress);
    }

    @Override
    public boolean isUp() {
        return running().isPresent();
    }

    @Override
    public Optional<String> runningScenario() {
        return running().map(LocalState::scenario);
    }

    @Override
    public Optional<Path> runningClasses() {
        return running()
                .map(LocalState::classes)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    @Override
    public Optional<ServerAddress> chatAt() {
        return running().map(state -> new ServerAddress("127.0.0.1", state.chatPort()));
    }

    private Optional<LocalState> running() {
        return LocalState.read(settings.data()).filter(LocalState::isAlive);
    }

    @Override
    public List<Party> parties() {
        Optional<LocalState> state = running();
        List<Party> parties = new ArrayList<>();
        parties.add(party(
                "chat_server",
                state.isPresent(),
                "listens on 127.0.0.1:" + state.map(LocalState::chatPort).orElseGet(settings::port)));
        for (String person : settings.people()) {
            parties.add(client(person, state.isPresent()));
        }
        if (scenarioAtHand().hasMallory()) {
            parties.add(party("mallory", state.isPresent(), "takes the place of the server for these two"));
        }
        return parties;
    }

    private Party client(String person, boolean running) {
        return running
                ? new Party(
                        person,
                        true,
                        "in the same process; join beside with: ./labw chat YOURNAME"
                                + scenarioAtHand().toJoin(),
                        Attendance.of(heard(person)).trouble())
                : party(person, false, "");
    }

    private String heard(String person) {
        try {
            return Files.readString(transcript(person));
        } catch (IOException nothingYet) {
            return "";
        }
    }

    /// What runs; who asks later need not name it again.
    private Scenario scenarioAtHand() {
        return runningScenario()
                .filter(name -> Scenario.all(settings.labs()).contains(name))
                .map(name -> Scenario.named(settings.labs(), name))
                .map(named -> runningClasses().map(named::withClasses).orElse(named))
                .orElseGet(settings::scenario);
    }

    private static Party party(String name, boolean running, String detail) {
        return new Party(name, running, running ? detail : "not running");
    }

    @Override
    public List<String> people() {
        return settings.people();
    }

    @Override
    public void type(String person, String line) {
        LocalState state = running()
                .orElseThrow(() -> LabException.machine("The local lab is not running.", "Start it with './labw up'."));
        LocalControl.Answer answer = LocalControl.ask(state, "TYPE " + person + " " + line);
        if (!answer.worked()) {
            throw LabException.machine(
                    person + " cannot speak: " + answer.text(), "Try './labw down', then './labw up'.");
        }
    }

    @Override
    public Path transcript(String person) {
        return LocalPerson.transcript(settings.data(), person);
    }

    @Override
    public Path capture() {
        return settings.data().resolve("dump.pcapng");
    }

    @Override
    public Path operatorLog() {
        return settings.operatorLog();
    }

    @Override
    public HostInterface hostInterface() {
        return HostInterfaces.loopback()
                .orElseThrow(() -> LabException.machine(
                        "This host has no loopback interface that can be seen.",
                        "Capture with: wireshark -k -i TCP@127.0.0.1:" + settings.pcapPort()));
    }

    /// Loopback carries all that the programs of this machine say to each other.
    @Override
    public String captureFilter() {
        return "tcp port " + running().map(LocalState::chatPort).orElseGet(settings::port);
    }
}
