package eavesdrop.chat.terminal;

import com.googlecode.lanterna.input.KeyStroke;
import java.util.Optional;

/// Makes keys of the chat out of Lanterna's key strokes.
///
/// Ctrl-P has no meaning here: with it begins the key sequence that detaches from a container.
final class KeyReader {
    private char highSurrogate;

    /// The key, or nothing when the stroke means nothing here. Lanterna gives an emoji as two strokes, one for each
    /// `char` of UTF-16; the key comes with the second.
    Optional<Key> read(KeyStroke stroke) {
        return switch (stroke.getKeyType()) {
            case Character -> character(stroke);
            case Tab -> Optional.of(new Key.Typed(" "));
            case Enter -> Optional.of(Key.Action.ENTER);
            case ArrowLeft -> Optional.of(Key.Action.LEFT);
            case ArrowRight -> Optional.of(Key.Action.RIGHT);
            case ArrowUp -> Optional.of(Key.Action.OLDER);
            case ArrowDown -> Optional.of(Key.Action.NEWER);
            case Home -> Optional.of(Key.Action.HOME);
            case End -> Optional.of(Key.Action.END);
            case PageUp -> Optional.of(Key.Action.PAGE_UP);
            case PageDown -> Optional.of(Key.Action.PAGE_DOWN);
            case Backspace -> Optional.of(Key.Action.DELETE_LEFT);
            case Delete -> Optional.of(Key.Action.DELETE_RIGHT);
            case Escape -> Optional.of(Key.Action.FOLLOW);
            default -> Optional.empty();
        };
    }

    private Optional<Key> character(KeyStroke stroke) {
        char typed = stroke.getCharacter();
        if (stroke.isCtrlDown()) {
            return control(typed);
        }
        if (stroke.isAltDown()) {
            return Optional.empty();
        }
        if (Character.isHighSurrogate(typed)) {
            highSurrogate = typed;
            return Optional.empty();
        }
        String text = Character.isLowSurrogate(typed) ? "" + highSurrogate + typed : String.valueOf(typed);
        return Optional.of(new Key.Typed(text));
    }

    private static Optional<Key> control(char letter) {
        return switch (letter) {
            case 'a' -> Optional.of(Key.Action.LINE_START);
            case 'e' -> Optional.of(Key.Action.LINE_END);
            case 'b' -> Optional.of(Key.Action.LEFT);
            case 'f' -> Optional.of(Key.Action.RIGHT);
            case 'c' -> Optional.of(Key.Action.INTERRUPT);
            case 'd' -> Optional.of(Key.Action.DELETE_RIGHT);
            case 'k' -> Optional.of(Key.Action.DELETE_TO_END);
            case 'l' -> Optional.of(Key.Action.REPAINT);
            case 'u' -> Optional.of(Key.Action.DELETE_TO_START);
            case 'w' -> Optional.of(Key.Action.DELETE_WORD);
            default -> Optional.empty();
        };
    }
}
