package eavesdrop.evidence;

import java.io.IOException;
import java.util.HexFormat;

/// The part of `UnusualTraffic` in which headers beside the usual ones tell to which stream a packet belongs, and
/// where.
final class UnusualHeaders {
    private final UnusualTraffic traffic;

    UnusualHeaders(UnusualTraffic traffic) {
        this.traffic = traffic;
    }

    void all() throws IOException {
        sourceRoutes();
    }

    private static final String ROUTER = "0a090001";
    private static final String SERVER = "0a000001";

    /// The options of IPv4 name the stops on the way; `ROUTER` stands for the next one, in the header or in the route.
    private void sourceRoutes() throws IOException {
        route("a loose route with one stop to go", ROUTER, "83" + "07" + "04" + SERVER + "00");
        route("a strict route with two stops to go", ROUTER, "89" + "0b" + "04" + ROUTER + SERVER + "00");
        route("a route with the last stop to go", ROUTER, "01" + "83" + "0b" + "08" + ROUTER + SERVER);
        route("a route behind a timestamp", ROUTER, "44040500" + "83" + "07" + "04" + SERVER + "00");
        route("a route behind an unknown option", ROUTER, "9902" + "83" + "07" + "04" + SERVER + "000000");
        route("a route that was gone", SERVER, "83" + "07" + "08" + ROUTER + "00");
        route("a second route behind one that was gone", SERVER, "830708" + ROUTER + "890704" + ROUTER + "0000");
        route("a pointer between two addresses", SERVER, "83" + "0b" + "05" + ROUTER + ROUTER + "00");
        route("a pointer before the addresses", SERVER, "83" + "0b" + "00" + ROUTER + ROUTER + "00");
        route("a route behind the end of the options", SERVER, "00" + "83" + "07" + "04" + ROUTER);
        route("a route longer than the header", SERVER, "83" + "09" + "04" + ROUTER + "00");
        route("a record of the route", SERVER, "07" + "07" + "04" + ROUTER + "00");
    }

    private void route(String name, String destination, String options) throws IOException {
        Talk talk = traffic.talk(name, false);
        byte[] packet = talk.packets.ipv4(HexFormat.of().parseHex(options), talk.segment);
        System.arraycopy(HexFormat.of().parseHex(destination), 0, packet, 16, 4);
        talk.send(packet);
        talk.end();
    }
}
