package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.client.ServerAddress;

/// The server that a person names on the command line.
public final class ServerOption {
    private static final String REMEDY = "Give a number from 1 to 65535 after -p.";

    private ServerOption() {}

    /// @throws LabException if the port is none
    public static ServerAddress address(String host, int port) {
        if (port < 1 || port > 65_535) {
            throw LabException.usage(port + " is not a port.", REMEDY);
        }
        return new ServerAddress(host, port);
    }

    /// @throws LabException if the text is no number
    public static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw LabException.usage("“" + text + "” is not a port.", REMEDY);
        }
    }
}
