package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.server.ServerLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What `ServerMain` was asked for.
///
/// @param data the folder of the operator log and the capture
/// @param pcapPort where pcap over IP is served; nothing when it is not wanted
/// @param pcap the capture file; empty for `dump.pcap` in `data`
/// @param classes the transport, when it is not plain TCP
/// @param clients connections at the same time, at most
record ServerOptions(
        InetAddress bind,
        int port,
        Optional<Path> data,
        OptionalInt pcapPort,
        Optional<Path> pcap,
        OptionalInt clients,
        boolean help,
        StudentClasses classes) {
    private static final int MOST_CLIENTS = 1_000_000;

    static final String HELP = """
            Usage: ServerMain [--port N] [--data DIR] [--pcap-port N] [--pcap FILE] [--bind ADDRESS] [--clients N]
                              [--transport CLASS] [--keys FOLDER]
            Runs the chat server until it is told to end (SIGTERM or Ctrl-C).

              --port N        TCP port of the chat (%d; 0 takes any free port)
              --data DIR      keep the operator log in DIR/operator.jsonl
              --pcap-port N   offer the capture on this TCP port, for wireshark -k -i TCP@127.0.0.1:N
              --pcap FILE     the capture (DIR/dump.pcap)
              --bind ADDRESS  listen on this address only (all addresses of this machine)
              --clients N     connections at the same time, at most (%d)
              --transport CLASS  what carries the lines (plain TCP), for example your own TLS
              --keys FOLDER   the keys that the transport may use (/keys)

            The log's first record names the scenario that the variable LAB_SCENARIO holds, if it holds one.
            In a container, the variable PCAP_PORT_ON_HOST says as what the host publishes --pcap-port.
            """.formatted(Limits.DEFAULT_PORT, ServerLimits.DEFAULT.clients());

    private static final String SEE_HELP = "Run it with --help to see its options.";
    private static final int HIGHEST_PORT = 65_535;

    private static final ServerOptions DEFAULT = new ServerOptions(
            everyAddress(),
            Limits.DEFAULT_PORT,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            false,
            StudentClasses.NONE);

    /// @throws LabException of kind USAGE, naming the argument that is wrong
    static ServerOptions parse(List<String> arguments) {
        ServerOptions options = DEFAULT;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        return options.checked();
    }

    private ServerOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--help", "-h" -> new ServerOptions(bind, port, data, pcapPort, pcap, clients, true, classes);
            case "--port" ->
                new ServerOptions(
                        bind, number(option, rest, HIGHEST_PORT), data, pcapPort, pcap, clients, help, classes);
            case "--data" ->
                new ServerOptions(bind, port, Optional.of(path(option, rest)), pcapPort, pcap, clients, help, classes);
            case "--pcap-port" -> {
                OptionalInt number = OptionalInt.of(number(option, rest, HIGHEST_PORT));
                yield new ServerOptions(bind, port, data, number, pcap, clients, help, classes);
            }
            case "--pcap" ->
                new ServerOptions(bind, port, data, pcapPort, Optional.of(path(option, rest)), clients, help, classes);
            case "--bind" ->
                new ServerOptions(address(option, rest), port, data, pcapPort, pcap, clients, help, classes);
            case "--clients" -> {
                OptionalInt number = OptionalInt.of(number(option, rest, MOST_CLIENTS));
                yield new ServerOptions(bind, port, data, pcapPort, pcap, number, help, classes);
            }
            case "--transport" -> with(classes.withTransport(value(option, rest)));
            case "--keys" -> with(classes.withKeys(path(option, rest)));
            default -> throw LabException.usage("There is no option '" + option + "'.", SEE_HELP);
        };
    }

    private ServerOptions with(StudentClasses others) {
        return new ServerOptions(bind, port, data, pcapPort, pcap, clients, help, others);
    }

    private ServerOptions checked() {
        if (pcapPort.isPresent() && captureFile().isEmpty()) {
            throw LabException.usage("--pcap-port needs a capture to offer.", "Add --data DIR or --pcap FILE.");
        }
        return this;
    }

    /// The operator log, if one is to be kept.
    Optional<Path> log() {
        return data.map(folder -> folder.resolve("operator.jsonl"));
    }

    /// The capture that pcap over IP offers.
    Optional<Path> captureFile() {
        return pcap.or(() -> data.map(folder -> folder.resolve("dump.pcap")));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw LabException.usage("The option " + option + " needs a value.", SEE_HELP);
        }
        return rest.remove();
    }

    private static int number(String option, Deque<String> rest, int highest) {
        String value = value(option, rest);
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of range.
        }
        throw LabException.usage(
                "The option " + option + " needs a number from 0 to " + highest + ", not '" + value + "'.", SEE_HELP);
    }

    private static Path path(String option, Deque<String> rest) {
        return Path.of(value(option, rest));
    }

    private static InetAddress address(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException _) {
            throw LabException.usage("The option " + option + " needs an address, not '" + value + "'.", SEE_HELP);
        }
    }

    private static InetAddress everyAddress() {
        return new InetSocketAddress(0).getAddress();
    }
}
