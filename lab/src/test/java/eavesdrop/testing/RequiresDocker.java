package eavesdrop.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// The test needs a real Docker engine with compose. Where none answers it is skipped, aloud; with
/// `EAVESDROP_REQUIRE_DOCKER=1` (a build server) that is a failure.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(DockerEngineCondition.class)
public @interface RequiresDocker {}
