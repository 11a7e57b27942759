package eavesdrop.exercise;

import java.util.Optional;
import java.util.stream.Collectors;

/// How failures are told to a student: what happened, in terms of the student's own code.
final class Words {
    private Words() {}

    /// @param place in the student's code where it happened
    static String of(Event event, Optional<StackTraceElement> place, RunLimits limits) {
        return switch (event.kind()) {
            case UNMET -> event.text().strip();
            case THROWN -> thrown(event, place);
            case SKIPPED -> "This test cannot run here: " + event.text();
            case HUNG ->
                "Your code did not come to an end: after " + limits.time().toSeconds()
                        + " s it was stopped. Does a loop run for ever, or does something wait for what never comes?";
            case DEADLOCKED ->
                "Your threads wait for each other for ever (a deadlock): "
                        + event.frames().stream().map(Words::at).collect(Collectors.joining(" and ")) + ".";
            case FLOODED -> "Your code printed more than " + (limits.printed() >> 20) + " MiB and was stopped.";
            case EXITED -> "Your code called System.exit, which ends the whole JVM, and the tests with it.";
            case MEMORY ->
                "Your code used up the memory of " + limits.memory() + " MiB. Does something grow without end?";
            case THREADS ->
                "Your code has more than " + limits.threads() + " threads running and was stopped. Do they ever end?";
            case STARTED, SAID, PASSED, TODO, LEFT_RUNNING, DONE -> "";
        };
    }

    private static String thrown(Event event, Optional<StackTraceElement> place) {
        String message = event.thrown()
                + (event.text().isBlank() ? "" : ": " + event.text().strip());
        return switch (event.thrown()) {
            case "StackOverflowError" ->
                place.map(StackTraceElement::getMethodName).orElse("Your code")
                        + " calls itself without end (StackOverflowError).";
            case "ExceptionInInitializerError" ->
                "A class of yours cannot be used at all: while it was being loaded, its static fields or its static"
                        + " block threw " + event.text() + ".";
            case "NoClassDefFoundError" -> "A class cannot be used: " + event.text() + ".";
            case "NullPointerException" -> place.isPresent() ? "Your code throws " + message : gaveNull(event.text());
            case "TimeoutException" -> "It takes too long: " + event.text() + ".";
            default -> place.isPresent() ? "Your code throws " + message : "The test ends with " + message;
        };
    }

    /// The tests give each other no null, so it comes from the student's code, which has returned by the time
    /// that it shows.
    private static String gaveNull(String message) {
        return "A method of yours gave null, where the test needs what it is to give."
                + (message.isBlank() ? "" : " (" + message.strip() + ")");
    }

    /// When the JVM was gone without a word of its own.
    static String ended(Ending ending, RunLimits limits) {
        if (ending.cleared()) {
            return "Files that the tests need are gone from the temporary folder: your code deletes files that it has not"
                    + " made.";
        }
        if (ending.flooded()) {
            return of(Event.of(Event.Kind.FLOODED, "", ""), Optional.empty(), limits);
        }
        if (!ending.inTime()) {
            return of(Event.of(Event.Kind.HUNG, "", ""), Optional.empty(), limits);
        }
        if (ending.status() == TestJvm.OUT_OF_MEMORY) {
            return of(Event.of(Event.Kind.MEMORY, "", ""), Optional.empty(), limits);
        }
        return "The JVM ended in the middle of this test, with status " + ending.status()
                + ". Something calls Runtime.halt, or ends its own process in another way.";
    }

    /// `Sniffer.java:17, in read`.
    static String at(StackTraceElement place) {
        return place.getFileName() + ":" + place.getLineNumber() + ", in " + place.getMethodName();
    }
}
