package eavesdrop.chat.terminal;

/// Whose terminal the chat is shown on.
public enum WhoseTerminal {
    /// The terminal in which the person started the chat. They find it again as it was: the chat has xterm's alternate
    /// screen (mode 1049) meanwhile.
    OWN("/quit leaves it.", "\u001b[?1049h", "\u001b[?1049l"),

    /// A container's: people attach to it with their own terminals and detach again. It gets no alternate screen,
    /// because nobody would switch it back when a person detaches.
    ATTACHED("Ctrl-P Ctrl-Q detaches from it, and it goes on; /quit ends it.", "", "\u001b[999;1H\r\n");

    private final String howToLeave;
    private final String beginning;
    private final String end;

    WhoseTerminal(String howToLeave, String beginning, String end) {
        this.howToLeave = howToLeave;
        this.beginning = beginning;
        this.end = end;
    }

    /// Whether the chat goes on: to wait for a class that is still to be written helps nobody. A container that
    /// ended would be started again and again, and nobody could read why.
    boolean goesOn(News news) {
        return this == ATTACHED || news.unwritten().isEmpty();
    }

    /// @throws eavesdrop.LabException (file) when the chat ended because it could not go on
    void needGoingOn(News news) {
        if (!goesOn(news)) {
            throw news.unwritten().orElseThrow();
        }
    }

    /// What a person who presses Ctrl-C should do instead.
    String howToLeave() {
        return howToLeave;
    }

    /// What the terminal is told before the first frame.
    String beginning() {
        return beginning;
    }

    /// What the terminal is told after the last frame.
    String end() {
        return end;
    }
}
