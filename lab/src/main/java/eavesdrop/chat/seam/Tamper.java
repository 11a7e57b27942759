package eavesdrop.chat.seam;

import java.util.List;

/// Somebody who sits on one connection and may change each line that passes. One for each connection; the two methods
/// are called by different threads.
public interface Tamper {
    /// A line on its way from the client to the server, without its LF.
    ///
    /// @return the lines that go on instead of it: itself, another, several, or none
    List<String> fromClient(String line);

    /// A line on its way from the server to the client, without its LF.
    ///
    /// @return the lines that go on instead of it
    List<String> toClient(String line);
}
