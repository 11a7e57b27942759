package eavesdrop.chat.terminal;

import eavesdrop.chat.client.ClientEvent;

/// Something that the thread of the screen or of the line mode must deal with. The other threads put these into a
/// queue.
sealed interface Happening {
    /// The chat client reports something.
    record Heard(ClientEvent event) implements Happening {}

    /// The person pressed a key.
    record Pressed(Key key) implements Happening {}

    /// A whole line was entered.
    record EnteredLine(String line) implements Happening {}

    /// The terminal may have another size, or another terminal may be attached.
    record Resized() implements Happening {}

    /// There will be no more input: the terminal is gone, or the process is being ended.
    record NoMoreInput() implements Happening {}
}
