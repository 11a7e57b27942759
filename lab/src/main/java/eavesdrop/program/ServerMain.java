package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.capture.PcapOverIp;
import eavesdrop.chat.server.ChatServer;
import eavesdrop.chat.server.ServerConfig;
import eavesdrop.chat.server.ServerLimits;
import eavesdrop.console.ExitStatus;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The chat server as a program of its own, for the server's container. Light, so that it listens soon: it knows
/// nothing of picocli.
///
/// Standard output is what the operator sees. SIGTERM and Ctrl-C end it cleanly with status 0.
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) {
        PrintStream out = stream(FileDescriptor.out);
        try {
            ServerOptions options = ServerOptions.parse(List.of(args));
            if (options.help()) {
                out.print(ServerOptions.HELP);
                out.flush();
                return;
            }
            run(options, out);
        } catch (LabException problem) {
            PrintStream err = stream(FileDescriptor.err);
            err.println(problem.what() + " " + problem.remedy());
            err.flush();
            System.exit(ExitStatus.of(problem).code());
        }
    }

    /// UTF-8 whatever the locale says, and written only when flushed.
    private static PrintStream stream(FileDescriptor standard) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(standard)), false, StandardCharsets.UTF_8);
    }

    private static void run(ServerOptions options, PrintStream out) {
        OperatorScreen screen = new OperatorScreen(out, ZoneId.systemDefault());
        // Whoever sees the chat listen may rely on the capture being offered too.
        Optional<PcapOverIp> pcap = pcap(options);
        ChatServer chat = ChatServer.start(config(options, screen));
        pcap.ifPresent(offer -> screen.say("the capture live: wireshark -k -i TCP@127.0.0.1:" + onHost(offer)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(chat, pcap, screen)));
        chat.awaitClose();
    }

    /// A container's port has another number on its host, if the host's was taken.
    private static String onHost(PcapOverIp offer) {
        return Optional.ofNullable(System.getenv("PCAP_PORT_ON_HOST"))
                .filter(port -> !port.isEmpty())
                .orElseGet(() -> String.valueOf(offer.port()));
    }

    private static Optional<PcapOverIp> pcap(ServerOptions options) {
        if (options.pcapPort().isEmpty()) {
            return Optional.empty();
        }
        int port = options.pcapPort().getAsInt();
        return options.captureFile().map(file -> PcapOverIp.start(options.bind(), port, file));
    }

    private static ServerConfig config(ServerOptions options, OperatorScreen screen) {
        ServerConfig config = ServerConfig.onLoopback()
                .withBind(options.bind())
                .withPort(options.port())
                .withView(screen::show)
                .withTrouble(screen::say)
                .withTransport(options.classes().makeTransport())
                .withScenario(Optional.ofNullable(System.getenv("LAB_SCENARIO")).filter(name -> !name.isEmpty()));
        if (options.clients().isPresent()) {
            config = config.withLimits(
                    ServerLimits.DEFAULT.withClients(options.clients().getAsInt()));
        }
        return options.log().map(config::withLog).orElse(config);
    }

    /// First the chat, so that the end of its connections is still seen over pcap over IP.
    private static void stop(ChatServer chat, Optional<PcapOverIp> pcap, OperatorScreen screen) {
        chat.close();
        pcap.ifPresent(PcapOverIp::close);
        screen.close();
        // Java would end with status 143 after SIGTERM, as if something had gone wrong.
        Runtime.getRuntime().halt(ExitStatus.OK.code());
    }
}
