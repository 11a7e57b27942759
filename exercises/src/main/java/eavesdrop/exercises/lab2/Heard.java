package eavesdrop.exercises.lab2;

import eavesdrop.chat.protocol.Printable;
import eavesdrop.pcap.Endpoint;

/// A chat line that crossed the wire. Given: nothing to write here.
///
/// @param from who sent it
/// @param to for whom it was
/// @param line without its LF
public record Heard(Endpoint from, Endpoint to, String line) {
    /// As the sniffer prints it. What a stranger sent must not steer your terminal.
    @Override
    public String toString() {
        return from + " > " + to + "  " + Printable.of(line);
    }
}
