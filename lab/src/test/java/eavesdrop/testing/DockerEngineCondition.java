package eavesdrop.testing;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Asks once per run whether a Docker engine and its compose answer.
final class DockerEngineCondition implements ExecutionCondition {
    private static final boolean ANSWERS = answers("docker", "version") && answers("docker", "compose", "version");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (ANSWERS) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        if ("1".equals(System.getenv("EAVESDROP_REQUIRE_DOCKER"))) {
            throw new IllegalStateException("EAVESDROP_REQUIRE_DOCKER=1, but no Docker engine with compose answers");
        }
        System.err.println("SKIPPED, no Docker engine answers: " + context.getDisplayName());
        return ConditionEvaluationResult.disabled("no Docker engine answers");
    }

    private static boolean answers(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
