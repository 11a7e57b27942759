package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.Opened;
import eavesdrop.capture.PcapOverIp;
import eavesdrop.capture.Tap;
import eavesdrop.chat.client.Links;
import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.mallory.Mallory;
import eavesdrop.chat.mallory.MalloryConfig;
import eavesdrop.chat.mallory.Replacement;
import eavesdrop.chat.protocol.Name;
import eavesdrop.chat.seam.SeamClasses;
import eavesdrop.chat.seam.Transport;
import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.ServerConfig;
import eavesdrop.topology.LocalControl.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The local lab itself: server, tap, pcap over IP, the people and, where the scenario has her, Mallory, in this
/// process.
public final class LocalLab implements AutoCloseable {
    private final LabSettings settings;
    private final ClassLoader classes;
    private final Tap tap;
    private final ChatServer server;
    private final PcapOverIp pcapOverIp;
    private final Optional<Mallory> mallory;
    private final Map<String, LocalPerson> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final CountDownLatch stopAsked = new CountDownLatch(1);

    private LocalLab(LabSettings settings, Consumer<String> operatorsView) throws IOException {
        this.settings = settings;
        this.classes = settings.scenario().classes();
        Path capture = settings.data().resolve("dump.pcapng");
        Files.createDirectories(settings.data());
        // Looked at before any file is touched: a lab that cannot start leaves no traces.
        HostPort.needFree(settings.port());
        HostPort.needFree(settings.pcapPort());
        EarlierFiles.moveAside(settings.data());
        try (Opened opened = new Opened()) {
            this.tap = opened.add(Tap.open(capture, Clock.systemUTC(), new SecureRandom(), operatorsView));
            this.server = opened.add(ChatServer.start(serverConfig(operatorsView)));
            this.pcapOverIp =
                    opened.add(PcapOverIp.start(InetAddress.getLoopbackAddress(), settings.pcapPort(), capture));
            this.mallory = mallory(operatorsView);
            mallory.ifPresent(opened::add);
            opened.add(() -> people.values().forEach(LocalPerson::leave));
            invitePeople();
            opened.keep(this);
        }
    }

    private ServerConfig serverConfig(Consumer<String> operatorsView) {
        return ServerConfig.onLoopback()
                .withPort(settings.port())
                .withLog(settings.operatorLog())
                .withView(entry -> operatorsView.accept(entry.line(ZoneId.systemDefault())))
                .withTrouble(operatorsView)
                .withSockets(tap)
                .withTransport(serverTransport())
                .withScenario(Optional.of(settings.scenario().name()));
    }

    /// Returns when everyone has joined, or was kept out by their own transport.
    private void invitePeople() throws IOException {
        Links links = clientLinks();
        // Without a name server, the clients are led to Mallory by her port.
        int led = mallory.map(Mallory::port).orElseGet(server::port);
        ServerAddress address = new ServerAddress("127.0.0.1", led);
        for (String person : settings.people()) {
            people.put(person, new LocalPerson(address, new Name(person), links, settings.data()));
        }
        people.values().forEach(LocalPerson::awaitAnswer);
    }

    private Transport serverTransport() {
        return settings.scenario()
                .at("CHAT_SERVER_TRANSPORT")
                .map(name -> seams("server").transport(name))
                .orElse(Transport.PLAIN);
    }

    private Optional<Mallory> mallory(Consumer<String> view) {
        Scenario scenario = settings.scenario();
        return scenario.at("CHAT_MALLORY_TRANSPORT")
                .map(name -> Mallory.start(new MalloryConfig(
                        InetAddress.getLoopbackAddress(),
                        0,
                        "127.0.0.1",
                        server.port(),
                        seams(scenario.at("CHAT_MALLORY_KEYS").orElse("mallory"))
                                .transport(name),
                        scenario.at("CHAT_MALLORY_REPLACE").map(Replacement::parse).stream()
                                .toList(),
                        Optional.of(settings.malloryLog()),
                        line -> view.accept("mallory: " + line),
                        Clock.systemUTC())));
    }

    private Links clientLinks() {
        Scenario scenario = settings.scenario();
        return Links.of(seams("client"), scenario.at("CHAT_CLIENT_TRANSPORT"), scenario.at("CHAT_CLIENT_SEALER"));
    }

    /// @param party whose keys: `server`, `client`, `mallory` or `mallory-signed`
    private SeamClasses seams(String party) {
        return new SeamClasses(classes, settings.keys().resolve(party));
    }

    /// Starts everything and returns when everyone has joined, or was kept out by their own transport.
    ///
    /// @param operatorsView hears what the server's operator sees
    public static LocalLab start(LabSettings settings, Consumer<String> operatorsView) {
        try {
            return new LocalLab(settings, operatorsView);
        } catch (IOException refused) {
            throw LabException.machine(
                    "The local lab cannot start: " + refused.getMessage(), "Check the folder " + settings.data() + ".");
        }
    }

    /// Takes orders until one of them is to stop. Leaves word for the commands how to reach this process.
    public void serve() {
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        try (LocalControl control = LocalControl.listen(token, this::obey)) {
            ProcessHandle self = ProcessHandle.current();
            new LocalState(
                            self.pid(),
                            self.info().startInstant().orElseThrow(),
                            control.port(),
                            token,
                            server.port(),
                            settings.scenario().name(),
                            settings.scenario().at("LAB_CLASSES").orElse(""),
                            settings.madeOf())
                    .write(settings.data());
            stopAsked.await();
        } catch (IOException refused) {
            throw LabException.machine("The local lab cannot take orders: " + refused.getMessage(), "Try again.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Carries out one order: `STOP` or `TYPE name text`.
    Answer obey(String order) {
        String[] words = order.split(" ", 3);
        String name = words.length > 1 ? words[1] : "";
        String text = words.length > 2 ? words[2] : "";
        return switch (words[0]) {
            case "STOP" -> {
                stop();
                yield Answer.ok();
            }
            case "TYPE" ->
                person(name)
                        .map(someone -> someone.type(text))
                        .orElseGet(() -> Answer.no("nobody of that name sits here"));
            default -> Answer.no("unknown order");
        };
    }

    private Optional<LocalPerson> person(String name) {
        return Optional.ofNullable(people.get(name));
    }

    /// Ends `serve`.
    public void stop() {
        stopAsked.countDown();
    }

    /// Everyone leaves, then the server stops, then the capture ends: the farewells are in it.
    @Override
    public void close() throws IOException {
        try (pcapOverIp;
                tap;
                server) {
            people.values().forEach(LocalPerson::leave);
            mallory.ifPresent(Mallory::close);
        }
    }
}
