package eavesdrop.chat.seam;

import java.net.Socket;

/// TCP alone.
record PlainTransport() implements Transport {
    @Override
    public Channel toServer(Socket connected, String host) {
        return Channel.of(connected);
    }

    @Override
    public Channel toClient(Socket accepted) {
        return Channel.of(accepted);
    }
}
