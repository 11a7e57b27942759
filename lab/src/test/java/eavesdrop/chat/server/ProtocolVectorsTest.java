package eavesdrop.chat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import eavesdrop.testing.RawClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the conversations of `src/test/resources/protocol` with a server, over sockets. Their README is the format.
class ProtocolVectorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/protocol");
    private static final Pattern STEP = Pattern.compile("(\\w+) ([<>.]) ?(.*)");
    private static final Pattern SPECIAL =
            Pattern.compile("\\\\x([0-9a-f]{2})|\\\\u\\{([0-9A-Fa-f]+)}|\\\\(\\\\)|\\{(.)\\*(\\d+)}");

    private final Map<String, RawClient> clients = new LinkedHashMap<>();

    static List<String> conversations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @AfterEach
    void hangUp() throws IOException {
        for (RawClient client : clients.values()) {
            client.close();
        }
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void holds(String name) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve(name));
        try (ChatServer server = ChatServer.start(ServerConfig.onLoopback())) {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.isEmpty() && !line.startsWith("#")) {
                    step(server.port(), line, name + ":" + (i + 1) + ": " + line);
                }
            }
            nobodyHearsMore();
        }
    }

    private void step(int port, String line, String where) throws IOException {
        Matcher step = STEP.matcher(line);
        assertThat(step.matches()).as(where).isTrue();
        String who = step.group(1);
        if (!clients.containsKey(who)) {
            clients.put(who, RawClient.connect(port));
        }
        RawClient client = clients.get(who);
        switch (step.group(2)) {
            case ">" -> client.send(bytes(step.group(3) + "\n"));
            case "<" -> hears(client, new String(bytes(step.group(3)), StandardCharsets.UTF_8), where);
            case "." -> {
                assertThat(client.next()).as(where).isEmpty();
                client.close();
                clients.remove(who);
            }
            default -> fail(where);
        }
    }

    private static void hears(RawClient client, String expected, String where) throws IOException {
        Optional<String> heard = client.next();
        assertThat(heard).as(where).isPresent();
        if (expected.endsWith("…")) {
            assertThat(heard.get()).as(where).startsWith(expected.substring(0, expected.length() - 1));
        } else {
            assertThat(heard.get()).as(where).isEqualTo(expected);
        }
    }

    /// Everybody asks for something whose answer is known. Whatever else had been sent would come before it.
    private void nobodyHearsMore() throws IOException {
        for (Map.Entry<String, RawClient> client : clients.entrySet()) {
            client.getValue().say("KEY two words");
            assertThat(client.getValue().line())
                    .as("%s hears nothing more", client.getKey())
                    .startsWith("ERROR bad-key");
        }
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher special = SPECIAL.matcher(text);
        int end = 0;
        while (special.find()) {
            bytes.writeBytes(text.substring(end, special.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(meaning(special));
            end = special.end();
        }
        bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] meaning(MatchResult special) {
        if (special.group(1) != null) {
            return new byte[] {(byte) Integer.parseInt(special.group(1), 16)};
        }
        if (special.group(2) != null) {
            return Character.toString(Integer.parseInt(special.group(2), 16)).getBytes(StandardCharsets.UTF_8);
        }
        if (special.group(3) != null) {
            return new byte[] {'\\'};
        }
        return special.group(4).repeat(Integer.parseInt(special.group(5))).getBytes(StandardCharsets.UTF_8);
    }
}
