package eavesdrop.console;

/// A number with its noun.
public final class Counted {
    private Counted() {}

    /// @param noun in the singular, for example `hint`; its plural is made with an s
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
