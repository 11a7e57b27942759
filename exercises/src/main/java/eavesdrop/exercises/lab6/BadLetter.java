package eavesdrop.exercises.lab6;

import java.security.GeneralSecurityException;

/// Given: a letter that is not accepted, and why. The text is shown to the person.
public final class BadLetter extends GeneralSecurityException {
    /// Why a letter is not accepted.
    public enum Reason {
        NO_LETTER("this is no sealed letter"),
        CHANGED("the seal is broken: the letter was changed on its way, or it was sealed for somebody else"),
        REFLECTED("this is your own letter, sent back to you"),
        REPEATED("this letter was here before"),
        MISSING("letters that were written before this one have not come: they were held back, or dropped"),
        AFTER_GOODBYE("this letter comes after the goodbye"),
        TOO_LONG("the text is too long for a letter");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    private final Reason reason;

    public BadLetter(Reason reason) {
        super(reason.words);
        this.reason = reason;
    }

    public BadLetter(Reason reason, String detail) {
        super(reason.words + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
