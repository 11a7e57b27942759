package eavesdrop.exercise;

import eavesdrop.exercise.Event.Kind;
import eavesdrop.exercise.Outcome.Failing;
import eavesdrop.exercise.Outcome.Failure;
import eavesdrop.exercise.Outcome.NotDone;
import eavesdrop.exercise.Outcome.Right;
import eavesdrop.exercise.Outcome.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in words what the events of one part mean.
///
/// @param part its ID
/// @param todos the TODOs that still stand in the student's files
public record Judge(String part, StudentCode code, List<Todo> todos, RunLimits limits) {
    private static final Pattern TODO = Pattern.compile("TODO\\(([\\d.]+)\\).*", Pattern.DOTALL);

    /// The outcome when the tests ran to their end.
    public Outcome judge(List<Event> events) {
        return judge(new Ending(events, false, "", false, true, 0));
    }

    Outcome judge(Ending ending) {
        List<Failure> failures = new ArrayList<>();
        List<String> todo = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        String running = "";
        int passed = 0;
        boolean over = false;
        for (Event event : ending.events()) {
            switch (event.kind()) {
                case STARTED -> {
                    running = event.test();
                    steps.clear();
                }
                case SAID -> steps.add(event.text());
                case PASSED -> passed++;
                case TODO -> todo.add(idOf(event));
                case UNMET, THROWN, SKIPPED -> failures.add(failure(event.test(), steps, event));
                case HUNG, DEADLOCKED, FLOODED, EXITED, MEMORY, THREADS -> {
                    failures.add(failure(running, steps, event));
                    over = true;
                }
                case LEFT_RUNNING -> {}
                case DONE -> over = true;
            }
        }
        if (!over) {
            failures.add(new Failure(running, List.copyOf(steps), Words.ended(ending, limits), Optional.empty()));
        }
        return outcome(todo, failures, passed);
    }

    /// As long as a TODO throws, its other tests say little.
    private Outcome outcome(List<String> todo, List<Failure> failures, int passed) {
        if (todo.contains(part)) {
            return new NotDone(
                    todos.stream().filter(one -> one.part().equals(part)).toList());
        }
        if (!failures.isEmpty()) {
            return new Failing(failures, passed);
        }
        if (!todo.isEmpty()) {
            return new Waits(todo.getFirst());
        }
        if (passed == 0) {
            throw new IllegalStateException("part " + part + " has no test");
        }
        return new Right(passed);
    }

    private Failure failure(String test, List<String> steps, Event event) {
        Optional<StackTraceElement> place = code.place(event.frames());
        return new Failure(test, List.copyOf(steps), Words.of(event, place, limits), place);
    }

    private static String idOf(Event event) {
        Matcher todo = TODO.matcher(event.text());
        return todo.matches() ? todo.group(1) : "";
    }

    /// What the student should know though no test asks for it.
    static List<String> notes(List<Event> events, StudentCode code) {
        return events.stream()
                .filter(event -> event.kind() == Kind.LEFT_RUNNING)
                .map(event -> "Your thread \"" + event.text() + "\" still runs after the tests"
                        + code.place(event.frames())
                                .map(place -> ", at " + Words.at(place))
                                .orElse("") + ". A program with such a thread never ends.")
                .toList();
    }
}
