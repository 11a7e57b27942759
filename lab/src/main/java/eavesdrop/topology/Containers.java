package eavesdrop.topology;

import eavesdrop.chat.client.ServerAddress;
import eavesdrop.chat.protocol.Limits;
import java.nio.file.Path;
import java.util.Optional;

/// The containers of one lab, as the Docker engine tells of them. Only compose starts and ends them.
///
/// A part is named as in the compose file, for example `chat_server`.
final class Containers {
    /// What a client in a container hears: its transcript.
    private static final String HEARD = "/tmp/heard";
    /// Where it takes lines as if they had been typed.
    private static final String TYPED = "/tmp/typed";
    /// The folder that is mounted where no classes are needed.
    private static final String NO_CLASSES = "no-classes";

    private final Docker docker;
    private final LabSettings settings;

    Containers(Docker docker, LabSettings settings) {
        this.docker = docker;
        this.settings = settings;
    }

    /// The name of a part's container.
    String name(String part) {
        return settings.prefix() + part;
    }

    boolean isRunning(String part) {
        return inspect(part, "{{.State.Running}}").filter("true"::equals).isPresent();
    }

    /// The scenario with which the server was started, if there is one.
    Optional<String> scenario() {
        return inspect("chat_server", "{{index .Config.Labels \"eavesdrop.scenario\"}}");
    }

    /// The folder of the server's classes; empty where it has the kit's own.
    Optional<Path> classes() {
        return inspect("chat_server", "{{range .Mounts}}{{if eq .Destination \"/classes\"}}{{.Source}}{{end}}{{end}}")
                .filter(folder -> !folder.endsWith(NO_CLASSES))
                .map(Path::of);
    }

    private Optional<String> inspect(String part, String template) {
        Programs.Result told = docker.docker("inspect", "--format", template, name(part));
        return Optional.of(told.output().strip()).filter(text -> told.worked() && !text.isEmpty());
    }

    /// Where the chat can be joined. The port is published by the container that owns the server's network.
    Optional<ServerAddress> chatAt() {
        Programs.Result published = docker.docker("port", name("chat_wire"), Limits.DEFAULT_PORT + "/tcp");
        return published.worked() ? PublishedPort.parse(published.output()) : Optional.empty();
    }

    /// The index of the host's end of the server's virtual cable (veth): inside the container, `iflink` names it.
    Optional<Integer> cable() {
        Programs.Result link = docker.exec(name("chat_server"), "", "cat", "/sys/class/net/eth0/iflink");
        return Optional.of(link.output().strip())
                .filter(index -> link.worked() && index.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    /// The folder from which each container of this lab that runs was started, one on a line. Containers that do not
    /// run are in nobody's way: compose makes them anew.
    String whereStarted() {
        Programs.Result folders = docker.docker(
                "ps",
                "--filter",
                "label=com.docker.compose.project=" + settings.project(),
                "--format",
                "{{.Label \"" + OtherCopy.LABEL + "\"}}");
        return folders.worked() ? folders.output() : "";
    }

    /// What somebody's client has heard so far; empty when it does not run.
    String heard(String client) {
        Programs.Result heard = docker.exec(name(client), "", "cat", HEARD);
        return heard.worked() ? heard.output() : "";
    }

    /// Types a line at somebody's client.
    ///
    /// @return whether it was taken
    boolean type(String client, String line) {
        return docker.exec(name(client), line + "\n", "sh", "-c", "cat > " + TYPED)
                .worked();
    }

    /// The last lines that a container has printed.
    ///
    /// @param container its name, as compose prints it
    String lastWords(String container) {
        return docker.docker("logs", "--tail", "5", container).said();
    }
}
