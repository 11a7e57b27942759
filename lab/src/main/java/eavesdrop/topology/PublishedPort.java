package eavesdrop.topology;

import eavesdrop.chat.client.ServerAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `docker port` prints of a container's port: `127.0.0.1:12345`, one line for each address of the host.
final class PublishedPort {
    private static final Pattern LINE = Pattern.compile("(.+):(\\d{1,5})");

    private PublishedPort() {}

    /// Where a client on this host reaches it. `0.0.0.0` stands for every address, this host's loopback too.
    static Optional<ServerAddress> parse(String output) {
        return output.lines()
                .map(String::strip)
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> new ServerAddress(host(line.group(1)), Integer.parseInt(line.group(2))))
                .findFirst();
    }

    private static String host(String address) {
        return switch (address) {
            case "0.0.0.0", "[::]", "::" -> "127.0.0.1";
            default -> address.replaceAll("[\\[\\]]", "");
        };
    }
}
