package eavesdrop.exercises.lab3;

import eavesdrop.chat.seam.Channel;
import eavesdrop.chat.seam.TamperedTransport;
import eavesdrop.chat.seam.Transport;
import java.io.IOException;
import java.net.Socket;

/// A transport for the server with your forger on every connection. Given: nothing to write here.
///
/// The forger sits between the wire and the server: the operator's log holds what the server heard from it.
public final class ForgingServer implements Transport {
    private final Transport tampered = new TamperedTransport(Transport.PLAIN, () -> new Forger(Plan.OF_THE_LAB));

    @Override
    public Channel toServer(Socket connected, String host) throws IOException {
        return tampered.toServer(connected, host);
    }

    @Override
    public Channel toClient(Socket accepted) throws IOException {
        return tampered.toClient(accepted);
    }
}
