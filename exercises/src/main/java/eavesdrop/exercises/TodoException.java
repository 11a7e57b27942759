package eavesdrop.exercises;

/// A part of an exercise that is still to be written. Its text says which, and what to do.
public final class TodoException extends RuntimeException {
    public TodoException(String exercise, String goal) {
        super("TODO(" + exercise + "): " + goal);
    }
}
