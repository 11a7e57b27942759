package eavesdrop.topology;

import eavesdrop.chat.client.ServerAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A running lab: a chat server, its clients, and a capture of what crosses between them.
///
/// Two kinds stand behind this: `ComposeTopology` (containers, the real thing) and `LocalTopology` (one
/// process on loopback, for a machine without Docker).
public sealed interface Topology permits ComposeTopology, LocalTopology {
    /// One party of the lab.
    ///
    /// @param name for example `chat_server`, or `alice`
    /// @param running whether it answers
    /// @param detail how to reach it, or that it does not run
    /// @param trouble what keeps a client that runs out of the chat; else empty
    record Party(String name, boolean running, String detail, String trouble) {
        Party(String name, boolean running, String detail) {
            this(name, running, detail, "");
        }
    }

    /// `compose` or `local`.
    String name();

    /// Brings everything up that is not up yet, and returns when the server listens. Says on `progress`
    /// what it is doing. Does nothing to what runs already.
    void up(Consumer<String> progress);

    /// Ends what `up` began. Captures and logs stay.
    ///
    /// @throws eavesdrop.LabException when what runs belongs to another copy of the kit
    void down(Consumer<String> progress);

    /// The same, whoever began it.
    void downWhoeverBegan(Consumer<String> progress);

    /// Whether any party runs.
    boolean isUp();

    List<Party> parties();

    /// Whether somebody is kept out of the chat. Such a client does not try again by itself; `up` starts it anew.
    default boolean isTroubled() {
        return parties().stream().anyMatch(party -> !party.trouble().isEmpty());
    }

    /// The name of the scenario that runs; empty when nothing runs.
    Optional<String> runningScenario();

    /// The folder of the classes at its seams (`LAB_CLASSES`); empty where the kit's own stand there.
    Optional<Path> runningClasses();

    /// Where a client on this machine reaches the server that runs; empty when none runs.
    Optional<ServerAddress> chatAt();

    /// The people who sit at the clients of this lab, by their names in the chat.
    List<String> people();

    /// Lets a person of the lab type one line into their own chat client and press Enter.
    void type(String person, String line);

    /// What a person's own client has heard so far (`Transcript`), as a file that this call brings up to date.
    Path transcript(String person);

    /// Where the capture grows.
    Path capture();

    /// Where the operator's log grows.
    Path operatorLog();

    /// This host's network interface on which the chat can be seen.
    HostInterface hostInterface();

    /// What of that interface belongs to the chat: a capture filter (pcap-filter(7)). Without it, reading the capture
    /// over the network would be captured, too, and that again.
    String captureFilter();
}
