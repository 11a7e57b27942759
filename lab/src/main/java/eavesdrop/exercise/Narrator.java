package eavesdrop.exercise;

import eavesdrop.exercise.Event.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Turns what JUnit reports into events.
final class Narrator implements TestExecutionListener {
    private static final String TODO = "eavesdrop.exercises.TodoException";

    private final Consumer<Event> tell;

    Narrator(Consumer<Event> tell) {
        this.tell = tell;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            tell.accept(Event.of(Kind.STARTED, inWords(test), ""));
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs().values().forEach(step -> tell.accept(Event.of(Kind.SAID, inWords(test), step)));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        tell.accept(Event.of(Kind.SKIPPED, inWords(test), reason));
    }

    /// A class of tests can fail, too, for example in what it does before all of them.
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        String name = inWords(test);
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    tell.accept(Event.of(Kind.PASSED, name, ""));
                }
            }
            case ABORTED ->
                tell.accept(Event.of(
                        Kind.SKIPPED,
                        name,
                        result.getThrowable().map(Narrator::message).orElse("")));
            case FAILED ->
                result.getThrowable().map(thrown -> event(name, thrown)).ifPresent(tell);
        }
    }

    /// What a test ended with. An exception may be of a class of the student's, and fail itself when it is asked.
    static Event event(String test, Throwable thrown) {
        try {
            return told(test, thrown);
        } catch (RuntimeException | Error broken) {
            String text = "and this exception throws " + name(broken) + " itself when it is asked what it is about";
            return new Event(Kind.THROWN, test, text, name(thrown), List.of(broken.getStackTrace()));
        }
    }

    /// What was thrown; where a cause of it is that something is still to be written, that.
    private static Event told(String test, Throwable thrown) {
        Throwable said = causes(thrown).filter(Narrator::isTodo).findFirst().orElse(thrown);
        // What a static initialiser threw says more than that it threw.
        @Nullable Throwable cause = said.getCause();
        String text = said instanceof ExceptionInInitializerError && cause != null
                ? name(cause) + ": " + message(cause)
                : message(said);
        List<StackTraceElement> frames =
                causes(said).flatMap(each -> Stream.of(each.getStackTrace())).toList();
        return new Event(kind(said), test, text, name(said), frames);
    }

    private static Kind kind(Throwable thrown) {
        if (isTodo(thrown)) {
            return Kind.TODO;
        }
        return thrown instanceof AssertionError ? Kind.UNMET : Kind.THROWN;
    }

    private static boolean isTodo(Throwable thrown) {
        return thrown.getClass().getName().equals(TODO);
    }

    /// What was thrown, why, why that, and so on; a chain may be a ring.
    private static Stream<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (@Nullable Throwable cause = thrown; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes.stream();
    }

    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    /// `findsTheOneLine()` becomes "finds the one line".
    private static String inWords(TestIdentifier test) {
        String name = test.getDisplayName();
        if (!name.matches("\\w+\\(.*\\)")) {
            return name;
        }
        return name.replaceFirst("\\(.*", "")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
