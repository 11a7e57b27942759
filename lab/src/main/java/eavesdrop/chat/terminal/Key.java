package eavesdrop.chat.terminal;

/// A key that a person presses, as far as the chat knows it.
sealed interface Key {
    /// Some text: usually one character.
    record Typed(String text) implements Key {}

    /// A key that does something.
    enum Action implements Key {
        ENTER,
        LEFT,
        RIGHT,
        HOME,
        END,
        LINE_START,
        LINE_END,
        DELETE_LEFT,
        DELETE_RIGHT,
        DELETE_WORD,
        DELETE_TO_START,
        DELETE_TO_END,
        OLDER,
        NEWER,
        PAGE_UP,
        PAGE_DOWN,
        FOLLOW,
        INTERRUPT,
        REPAINT
    }
}
