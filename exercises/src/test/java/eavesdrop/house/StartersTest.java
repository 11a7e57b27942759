package eavesdrop.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import eavesdrop.exercises.TodoException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Every exercise is really to be done: each of its tests fails at the starter, and says which TODO it waits for.
class StartersTest {
    private record Outcome(String test, String exercise, TestExecutionResult result) {}

    @Test
    void everyTestOfAnExerciseFailsWithItsOwnTodo() {
        List<Outcome> outcomes = runTheExercisesTests();

        assertThat(outcomes).isNotEmpty();
        for (Outcome outcome : outcomes) {
            assertThat(outcome.result().getThrowable())
                    .as(outcome.test())
                    .get()
                    .isInstanceOf(TodoException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith("TODO(" + outcome.exercise() + ")");
        }
    }

    private static List<Outcome> runTheExercisesTests() {
        List<Outcome> outcomes = new ArrayList<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("eavesdrop.exercises"))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    outcomes.add(new Outcome(test.getDisplayName(), exercise(test), result));
                }
            }
        });
        return outcomes;
    }

    // A test carries one tag: the number of its exercise.
    private static String exercise(TestIdentifier test) {
        return test.getTags().stream().findFirst().orElseThrow().getName();
    }
}
