package eavesdrop.cli;

import eavesdrop.classroom.Progress;
import eavesdrop.console.Console;
import java.util.List;

/// The hints that were taken of a question or of a part of an exercise. Which ones is kept in `progress.yml`.
///
/// @param kind `question` or `exercise`, which have the same numbers
/// @param id `2.1`
/// @param of how many there are
/// @param hints those that were taken, the newest last
/// @param fresh whether the last one was taken just now; false where there was none left
record TakenHints(String kind, String id, int of, List<String> hints, boolean fresh) {
    static final String QUESTION = "question";
    static final String EXERCISE = "exercise";

    /// Takes the next hint, where one is left.
    ///
    /// @param key under which the number is kept
    /// @param all hints that there are
    static TakenHints next(String kind, String id, String key, List<String> all) {
        Progress.Changed changed = Progress.change(LabFiles.progress(), progress -> progress.withHint(key, all.size()));
        List<String> taken = all.subList(0, changed.after().hints(key));
        return new TakenHints(kind, id, all.size(), List.copyOf(taken), !changed.isNone());
    }

    void print(Console console) {
        String name = kind.equals(QUESTION) ? "Hint " : id + ", hint ";
        for (int at = 0; at < hints.size(); at++) {
            console.print(name + (at + 1) + " of " + of + ": " + hints.get(at));
        }
        if (!fresh) {
            console.note("There is no further hint for " + id + ".");
        }
    }
}
