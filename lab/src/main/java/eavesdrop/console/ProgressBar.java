package eavesdrop.console;

/// Long work on the screen: a bar that grows on a terminal, a line for each tenth elsewhere.
///
/// Safe for several threads.
public final class ProgressBar {
    private static final int WIDTH = 30;

    private final Console console;
    private final String what;
    private int shown = -1;

    public ProgressBar(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    public synchronized void done(int done, int of) {
        int percent = of == 0 ? 100 : (int) (done * 100L / of);
        int step = console.colour() ? percent : percent / 10;
        if (step <= shown) {
            return;
        }
        shown = step;
        String line = what + " " + done + " of " + of + " (" + percent + " %)";
        if (console.colour()) {
            int full = percent * WIDTH / 100;
            console.overwrite("[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + line, percent == 100);
        } else {
            console.note(line);
        }
    }
}
