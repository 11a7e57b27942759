package eavesdrop.topology;

import eavesdrop.LabException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rung of the ladder: which classes the server and the clients of a lab use at their seams.
///
/// It is a folder of `labs/scenarios`. Its file `scenario.env`, if there is one, holds variables, one `NAME=value` on a
/// line, as `docker compose --env-file` takes them. Both topologies read these variables from their environment.
///
/// @param name for example `tls`
/// @param variables what the scenario puts into the environment
public record Scenario(String name, Map<String, String> variables) {
    /// Text and bytes as they are.
    public static final Scenario PLAIN = new Scenario("plain", Map.of());

    /// Where in the kit the classes of its solutions are put.
    public static final Path SOLUTIONS = Path.of("solutions", "target", "rung");

    private static final Pattern EXERCISE = Pattern.compile("^eavesdrop\\.exercises\\.lab(\\d{1,3})\\.");

    public Scenario {
        variables = Map.copyOf(variables);
    }

    /// @param labs the folder of `docker-compose.yml`
    /// @throws LabException (usage) when there is none of that name; it names those that there are
    public static Scenario named(Path labs, String name) {
        List<String> known = all(labs);
        if (!known.contains(name)) {
            throw LabException.usage(
                    "There is no scenario '" + name + "'.", "The scenarios are: " + String.join(", ", known) + ".");
        }
        Path file = labs.resolve("scenarios").resolve(name).resolve("scenario.env");
        return new Scenario(name, Files.exists(file) ? EnvFile.read(file) : Map.of());
    }

    /// The names of all scenarios, sorted.
    public static List<String> all(Path labs) {
        try (Stream<Path> folders = Files.list(labs.resolve("scenarios"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw LabException.file(
                    "The folder " + labs.resolve("scenarios") + " cannot be read.", "Get the lab anew.");
        }
    }

    /// What the parties find in their environment: its variables, and its name as `LAB_SCENARIO`.
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(variables);
        environment.put("LAB_SCENARIO", name);
        return environment;
    }

    /// Whether it needs classes that are not the kit's.
    public boolean needsClasses() {
        return !variables.isEmpty();
    }

    /// The numbers of the exercises whose classes it puts at its seams.
    public SortedSet<Integer> exercises() {
        return variables.values().stream()
                .map(EXERCISE::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether its parties need keys: those of a transport.
    public boolean needsKeys() {
        return at("CHAT_CLIENT_TRANSPORT").isPresent();
    }

    /// Whether the clients are led to Mallory instead of the server.
    public boolean hasMallory() {
        return at("CHAT_MALLORY_TRANSPORT").isPresent();
    }

    /// The same with the classes of a folder (`LAB_CLASSES`).
    public Scenario withClasses(Path folder) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put("LAB_CLASSES", folder.toAbsolutePath().toString());
        return new Scenario(name, more);
    }

    /// Whether its classes are the kit's solutions, and not the student's own.
    public boolean isSolved() {
        return classesFolder().filter(folder -> folder.endsWith(SOLUTIONS)).isPresent();
    }

    /// Where its classes lie, if it has any that are not the kit's.
    Optional<Path> classesFolder() {
        return at("LAB_CLASSES").map(Path::of);
    }

    /// What a person who joins must add to `labw chat` to speak as the others do.
    public String toJoin() {
        boolean speakPlainly =
                at("CHAT_CLIENT_TRANSPORT").or(() -> at("CHAT_CLIENT_SEALER")).isEmpty();
        return speakPlainly ? "" : " --scenario " + name + (isSolved() ? " --with solutions" : "");
    }

    /// The kit's own classes, and those of the folder `LAB_CLASSES`.
    public ClassLoader classes() {
        ClassLoader kit = Scenario.class.getClassLoader();
        return classesFolder()
                .<ClassLoader>map(folder -> new URLClassLoader(new URL[] {url(folder)}, kit))
                .orElse(kit);
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /// The class at one of the seams, if the scenario puts one there.
    ///
    /// @param seam the name of its variable, for example `CHAT_SERVER_TRANSPORT`
    public Optional<String> at(String seam) {
        return Optional.ofNullable(variables.get(seam)).filter(value -> !value.isEmpty());
    }
}
