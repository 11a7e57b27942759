package eavesdrop.chat.server;

import static eavesdrop.chat.log.JsonLine.strings;

import eavesdrop.chat.log.JsonLine;
import tools.jackson.core.JsonGenerator;

/// An entry of the operator's log as one line of JSON.
final class OperatorJson {
    private final JsonLine json = new JsonLine();

    /// The line with its LF.
    byte[] line(OperatorEntry entry) {
        return json.of(entry.time(), entry.sequence(), out -> fields(out, entry.event()));
    }

    private static void fields(JsonGenerator out, OperatorEvent event) {
        switch (event) {
            case OperatorEvent.Started(int port, var scenario) -> {
                strings(out, "event", "started");
                out.writeNumberProperty("port", port);
                scenario.ifPresent(name -> strings(out, "scenario", name));
            }
            case OperatorEvent.Joined(var from, var address) ->
                strings(out, "event", "joined", "from", from.text(), "address", address);
            case OperatorEvent.Left(var from, var reason) ->
                strings(out, "event", "left", "from", from.text(), "reason", reason.word());
            case OperatorEvent.Said(var from, var text) ->
                strings(out, "event", "said", "from", from.text(), "text", text);
            case OperatorEvent.Told(var from, var to, var text) ->
                strings(out, "event", "told", "from", from.text(), "to", to.text(), "text", text);
            case OperatorEvent.KeyAnnounced(var from, var blob) ->
                strings(out, "event", "key", "from", from.text(), "blob", blob);
            case OperatorEvent.Refused(var who, boolean named, var code, var text) ->
                strings(out, "event", "refused", named ? "from" : "address", who, "code", code.wire(), "text", text);
            case OperatorEvent.Stopped() -> strings(out, "event", "stopped");
        }
    }
}
