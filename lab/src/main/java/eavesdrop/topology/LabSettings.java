package eavesdrop.topology;

import eavesdrop.LabException;
import eavesdrop.capture.PcapOverIp;
import eavesdrop.chat.protocol.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Where one lab lives: its folders, ports and people. The same variables steer the compose file.
///
/// @param home the folder that holds `labs/`
/// @param data where captures and operator logs land (`LAB_DATA`)
/// @param bind the host address that the chat is published on (`LAB_BIND`)
/// @param port the chat's port on the host (`LAB_PORT`)
/// @param pcapPort the port of pcap over IP on the host (`LAB_PCAP_PORT`), always on 127.0.0.1
/// @param prefix stands before every container's name (`LAB_PREFIX`), so that two labs can run beside each other
/// @param project the name under which compose keeps the lab's containers together (`COMPOSE_PROJECT_NAME`)
/// @param scenario which classes stand at the seams of the chat (`CHAT_SERVER_TRANSPORT` and others, `LAB_CLASSES`)
/// @param keys the folders of the parties' keys (`LAB_KEYS`)
/// @param people the users of chat_client_1 and chat_client_2 (`CHAT_USERNAME_1`, `CHAT_USERNAME_2`)
public record LabSettings(
        Path home,
        Path data,
        String bind,
        int port,
        int pcapPort,
        String prefix,
        String project,
        Scenario scenario,
        Path keys,
        List<String> people) {
    /// The remedy where another program has the lab's ports; the same for every shell.
    static final String OTHER_PORTS =
            "write other ports into the file labs/.env, two lines: LAB_PORT=12346 and LAB_PCAP_PORT=57013";

    private static final List<String> SCENARIO = List.of(
            "CHAT_SERVER_TRANSPORT",
            "CHAT_CLIENT_TRANSPORT",
            "CHAT_CLIENT_SEALER",
            "CHAT_MALLORY_TRANSPORT",
            "CHAT_MALLORY_REPLACE",
            "CHAT_MALLORY_KEYS",
            "LAB_CLASSES");

    /// As `of`, with the variables of the file `labs/.env`, if it is there, for those that the environment
    /// lacks: docker compose reads that file, too.
    public static LabSettings in(Path home, Map<String, String> environment) {
        Path file = home.resolve("labs/.env");
        if (!Files.exists(file)) {
            return of(home, environment);
        }
        Map<String, String> all = new TreeMap<>(EnvFile.read(file));
        all.putAll(environment);
        return of(home, all);
    }

    /// The settings as the environment has them, with the design's defaults for the rest.
    public static LabSettings of(Path home, Map<String, String> environment) {
        Path labs = home.resolve("labs");
        return new LabSettings(
                home,
                labs.resolve(value(environment, "LAB_DATA", "server/data")).normalize(),
                value(environment, "LAB_BIND", "127.0.0.1"),
                port(environment, "LAB_PORT", Limits.DEFAULT_PORT),
                port(environment, "LAB_PCAP_PORT", PcapOverIp.DEFAULT_PORT),
                value(environment, "LAB_PREFIX", ""),
                value(environment, "COMPOSE_PROJECT_NAME", "eavesdrop"),
                scenario(environment),
                labs.resolve(value(environment, "LAB_KEYS", "keys")).normalize(),
                List.of(value(environment, "CHAT_USERNAME_1", "alice"), value(environment, "CHAT_USERNAME_2", "bob")));
    }

    private static Scenario scenario(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>();
        SCENARIO.forEach(name -> variables.put(name, value(environment, name, "")));
        variables.values().removeIf(String::isEmpty);
        return new Scenario(value(environment, "LAB_SCENARIO", Scenario.PLAIN.name()), variables);
    }

    /// The same lab with another scenario.
    public LabSettings withScenario(Scenario other) {
        return new LabSettings(home, data, bind, port, pcapPort, prefix, project, other, keys, people);
    }

    /// Tells the classes and keys with which a lab was started from others: a class or a key that
    /// was written anew is only seen by a JVM that starts anew. Empty where the lab has the kit's
    /// own classes.
    String madeOf() {
        List<Path> read = Stream.concat(
                        scenario.classesFolder().stream(), scenario.needsKeys() ? Stream.of(keys) : Stream.empty())
                .toList();
        return read.isEmpty() ? "" : FolderDigest.of(read);
    }

    /// The folder of the compose file.
    public Path labs() {
        return home.resolve("labs");
    }

    public Path operatorLog() {
        return data.resolve("operator.jsonl");
    }

    public Path malloryLog() {
        return data.resolve("mallory.jsonl");
    }

    // Compose takes an empty variable for a missing one (`:-`), so this does too.
    private static String value(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = value(environment, name, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // falls through to the message below
        }
        throw LabException.usage(name + "=" + value + " is not a port.", "Use a number from 1 to 65535, or unset it.");
    }
}
