package eavesdrop.capture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds Wireshark's programs on this machine: on the path, or where its installers put them on Windows and
/// macOS without adding them to the path.
public final class Wireshark {
    private static final List<String> FOLDERS = List.of(
            "/Applications/Wireshark.app/Contents/MacOS",
            "C:\\Program Files\\Wireshark",
            "C:\\Program Files (x86)\\Wireshark");

    private Wireshark() {}

    /// The program, for example `wireshark` or `tshark`.
    public static Optional<Path> find(String program, Map<String, String> environment) {
        Stream<String> onThePath = environment.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase("PATH")) // Windows calls it Path
                .flatMap(variable -> Arrays.stream(variable.getValue().split(File.pathSeparator)));
        return Stream.concat(onThePath, FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(program, program + ".exe").flatMap(name -> in(folder, name)))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /// On Windows, a folder of the path may stand in quotation marks, or be no path at all.
    private static Stream<Path> in(String folder, String name) {
        try {
            return Stream.of(Path.of(folder.replace("\"", ""), name));
        } catch (InvalidPathException unusable) {
            return Stream.empty();
        }
    }

    /// What `wireshark -i` takes to read pcap over IP from this port of this machine.
    public static String overIp(int port) {
        return "TCP@127.0.0.1:" + port;
    }
}
