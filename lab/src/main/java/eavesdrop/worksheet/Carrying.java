package eavesdrop.worksheet;

import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.Frame;
import eavesdrop.evidence.TlsConnection;
import eavesdrop.evidence.TlsConnection.Carried;
import eavesdrop.evidence.WireLine;
import eavesdrop.worksheet.Finding.Known;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says what a frame carries to somebody who took it for another one: the kind of thing and its way, no
/// word of it.
final class Carrying {
    private static final Pattern COMMAND = Pattern.compile("([A-Z]{2,12})(?: .*)?");

    private final Evidence evidence;

    Carrying(Evidence evidence) {
        this.evidence = evidence;
    }

    /// @param frame has a payload
    /// @param truth what would have been right
    String sentence(Frame frame, Known truth) {
        List<Frame> right = truth.frames().stream()
                .flatMap(number -> evidence.frame(number).stream())
                .toList();
        boolean here = right.stream().anyMatch(one -> one.stream() == frame.stream());
        boolean alike = right.stream().map(this::what).anyMatch(what(frame)::equals);
        return "Frame " + frame.number() + " carries " + (alike && here ? "another " : "a ") + what(frame)
                + (here ? "." : ", in another connection than the one that is asked for.");
    }

    private String what(Frame frame) {
        return line(frame).or(() -> tls(frame)).orElse("part of something else");
    }

    private Optional<String> line(Frame frame) {
        return evidence.lines().stream()
                .filter(line -> line.frames().contains(frame.number()))
                .findFirst()
                .map(line -> command(line) + way(line.fromClient()));
    }

    private static String command(WireLine line) {
        Matcher command = COMMAND.matcher(line.text());
        return command.matches() ? "line with the command " + command.group(1) : "line";
    }

    private Optional<String> tls(Frame frame) {
        return evidence.tls().stream()
                .filter(connection -> connection.stream() == frame.stream())
                .findFirst()
                .flatMap(connection -> record(frame, connection.fromClient(), true)
                        .or(() -> record(frame, connection.fromServer(), false)));
    }

    private static Optional<String> record(Frame frame, TlsConnection.Side side, boolean fromClient) {
        return side.records().stream()
                .filter(carried -> carried.frames().contains(frame.number()))
                .findFirst()
                .map(carried -> record(carried, fromClient) + way(fromClient));
    }

    /// In TLS 1.3 nothing of the handshake but the two hellos is in clear.
    private static String record(Carried carried, boolean fromClient) {
        return switch (carried.record().type()) {
            case HANDSHAKE -> fromClient ? "ClientHello" : "ServerHello";
            case CHANGE_CIPHER_SPEC -> "ChangeCipherSpec of TLS";
            case ALERT -> "TLS alert";
            case APPLICATION_DATA -> "sealed record of TLS";
        };
    }

    private static String way(boolean fromClient) {
        return fromClient ? " from a client to the server" : " from the server to a client";
    }
}
