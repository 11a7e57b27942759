package eavesdrop.chat.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A small terminal: shows what a program writes to it, so that a test can look at the screen.
///
/// Knows the control sequences that the chat uses (ECMA-48, xterm) and keeps a list of all others. Has its own idea of
/// how wide a character is, and one of two ways with composed characters, because real terminals differ there.
final class Emulator {
    /// What a terminal does with characters of several code points.
    enum Composing {
        /// Shows a family, a flag or a heart as one picture of two columns.
        TOGETHER,
        /// Shows each part for itself, the older way.
        APART
    }

    private static final String BLANK = " ";
    /// The right half of a wide character.
    private static final String COVERED = "";

    private final Composing composing;
    private String[][] cells;
    private int width;
    private int height;
    private int row;
    private int column;
    private boolean wrapping = true;
    private boolean cursorVisible = true;
    private boolean alternate;
    private boolean joinsNext;
    private final StringBuilder sequence = new StringBuilder();
    private final List<String> unknown = new ArrayList<>();

    Emulator(int width, int height, Composing composing) {
        this.composing = composing;
        this.cells = new String[0][];
        resize(width, height);
    }

    /// Makes the terminal larger or smaller. What it showed stays where it was, as far as there is room.
    synchronized void resize(int newWidth, int newHeight) {
        String[][] old = cells;
        cells = new String[newHeight][newWidth];
        width = newWidth;
        height = newHeight;
        for (int r = 0; r < height; r++) {
            Arrays.fill(cells[r], BLANK);
            if (r < old.length) {
                System.arraycopy(old[r], 0, cells[r], 0, Math.min(width, old[r].length));
            }
        }
        row = Math.min(row, height - 1);
        column = Math.min(column, width - 1);
    }

    /// Fills the screen with something that no program put there, as a shell does before somebody attaches.
    synchronized void scribble() {
        for (String[] line : cells) {
            Arrays.fill(line, "#");
        }
    }

    /// The program writes this.
    synchronized void write(String output) {
        output.codePoints().forEach(this::accept);
    }

    private void accept(int codePoint) {
        if (!sequence.isEmpty()) {
            sequence.appendCodePoint(codePoint);
            endSequence(codePoint);
        } else if (codePoint == 0x1b) {
            sequence.append('\u001b');
        } else if (codePoint < ' ' || (codePoint >= 0x7f && codePoint <= 0x9f)) {
            control(codePoint);
        } else {
            print(codePoint);
        }
    }

    private void control(int codePoint) {
        switch (codePoint) {
            case '\r' -> column = 0;
            case '\n' -> lineFeed();
            case '\b' -> column = Math.max(0, column - 1);
            default -> unknown.add("U+" + Integer.toHexString(codePoint));
        }
    }

    private void lineFeed() {
        if (row < height - 1) {
            row++;
            return;
        }
        System.arraycopy(cells, 1, cells, 0, height - 1);
        cells[height - 1] = new String[width];
        Arrays.fill(cells[height - 1], BLANK);
    }

    private void endSequence(int last) {
        boolean csi = sequence.length() > 1 && sequence.charAt(1) == '[';
        if (sequence.length() == 2 && csi) {
            return;
        }
        boolean complete = csi ? last >= '@' && last <= '~' : true;
        if (complete) {
            obey(sequence.substring(1));
            sequence.setLength(0);
        }
    }

    private void obey(String command) {
        switch (command) {
            case "[2J" -> cells = blank();
            case "[2K" -> Arrays.fill(cells[row], BLANK);
            case "[?7h" -> wrapping = true;
            case "[?7l" -> wrapping = false;
            case "[?25h" -> cursorVisible = true;
            case "[?25l" -> cursorVisible = false;
            case "[?1049h" -> alternate = true;
            case "[?1049l" -> alternate = false;
            default -> obeyWithNumbers(command);
        }
    }

    private String[][] blank() {
        String[][] blank = new String[height][width];
        Stream.of(blank).forEach(line -> Arrays.fill(line, BLANK));
        return blank;
    }

    private void obeyWithNumbers(String command) {
        if (command.matches("\\[\\d+;\\d+H")) {
            String[] numbers = command.substring(1, command.length() - 1).split(";");
            row = Math.clamp(Integer.parseInt(numbers[0]) - 1L, 0, height - 1);
            column = Math.clamp(Integer.parseInt(numbers[1]) - 1L, 0, width - 1);
            joinsNext = false;
        } else if (!command.matches("\\[[\\d;]*m")) {
            unknown.add("ESC " + command);
        }
    }

    private void print(int codePoint) {
        String character = Character.toString(codePoint);
        int columns = columns(codePoint);
        if (columns == 0 || joinsNext) {
            addToCharacterBefore(codePoint, character);
            return;
        }
        if (column + columns > width) {
            if (wrapping) {
                column = 0;
                lineFeed();
            } else {
                column = width - columns;
            }
        }
        put(character, columns);
        joinsNext = composing == Composing.TOGETHER && isFlagLetter(codePoint);
    }

    private void put(String character, int columns) {
        if (column > 0 && cells[row][column].equals(COVERED)) {
            cells[row][column - 1] = BLANK;
        }
        for (int c = column + columns; c < width && cells[row][c].equals(COVERED); c++) {
            cells[row][c] = BLANK;
        }
        cells[row][column] = character;
        if (columns == 2 && column + 1 < width) {
            cells[row][column + 1] = COVERED;
        }
        column += columns;
    }

    private void addToCharacterBefore(int codePoint, String character) {
        int before = column - 1;
        while (before > 0 && cells[row][before].equals(COVERED)) {
            before--;
        }
        if (before < 0) {
            return;
        }
        cells[row][before] += character;
        boolean widens = composing == Composing.TOGETHER && codePoint == 0xfe0f && before == column - 1;
        if (widens && column < width) {
            cells[row][column] = COVERED;
            column++;
        }
        joinsNext = composing == Composing.TOGETHER && codePoint == 0x200d;
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
    }

    private static int columns(int codePoint) {
        boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK || codePoint == 0x200d;
        boolean asian = (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
                || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
                || (codePoint >= 0xff01 && codePoint <= 0xff60);
        boolean picture = codePoint >= 0x1f1e6 && codePoint <= 0x1faff;
        return mark ? 0 : asian || picture ? 2 : 1;
    }

    /// What one row shows, without the blanks at its end. Counts from 0.
    synchronized String row(int number) {
        return String.join("", cells[number]).stripTrailing();
    }

    /// In which column a text begins in the first row that shows it; -1 if none does.
    synchronized int columnOf(String text) {
        for (String[] line : cells) {
            String shown = String.join("", line);
            int at = shown.indexOf(text);
            if (at >= 0) {
                return columnOfCharacter(line, at);
            }
        }
        return -1;
    }

    private static int columnOfCharacter(String[] line, int at) {
        int c = 0;
        for (int characters = 0; characters < at; c++) {
            characters += line[c].length();
        }
        while (c < line.length && line[c].equals(COVERED)) {
            c++;
        }
        return c;
    }

    /// The whole screen, its rows separated by LF.
    synchronized String screen() {
        return Arrays.stream(cells)
                .map(line -> String.join("", line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    synchronized int cursorColumn() {
        return column;
    }

    synchronized int cursorRow() {
        return row;
    }

    /// Whether the terminal is as a shell wants it: lines wrap, the cursor is seen.
    synchronized boolean isFitForAShell() {
        return wrapping && cursorVisible;
    }

    synchronized boolean isAlternate() {
        return alternate;
    }

    /// Control characters and sequences that this terminal does not know.
    synchronized List<String> unknown() {
        return List.copyOf(unknown);
    }
}
