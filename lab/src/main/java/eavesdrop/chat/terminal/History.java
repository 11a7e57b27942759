package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.List;

/// The lines that a person entered before, to step through with the arrow keys. The line begun but not
/// entered is found again below the newest.
final class History {
    private static final int MOST = 200;

    private final List<String> lines = new ArrayList<>();
    private int position;
    private InputLine draft = InputLine.EMPTY;

    /// Remembers a line that was entered and goes back to the end.
    void add(String line) {
        boolean repeated = !lines.isEmpty() && lines.getLast().equals(line);
        if (!line.isBlank() && !repeated) {
            lines.add(line);
        }
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
        position = lines.size();
        draft = InputLine.EMPTY;
    }

    /// The line before the one shown; `shown` itself if there is none.
    InputLine older(InputLine shown) {
        if (position == 0) {
            return shown;
        }
        if (position == lines.size()) {
            draft = shown;
        }
        position--;
        return InputLine.of(lines.get(position));
    }

    /// The line after the one shown, at last the one that was begun; `shown` itself if there is none.
    InputLine newer(InputLine shown) {
        if (position == lines.size()) {
            return shown;
        }
        position++;
        return position == lines.size() ? draft : InputLine.of(lines.get(position));
    }
}
