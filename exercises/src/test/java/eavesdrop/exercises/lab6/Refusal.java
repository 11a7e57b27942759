package eavesdrop.exercises.lab6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.TestReporter;

/// Expects that something is refused, for a reason that the person is told.
record Refusal(TestReporter tell) {
    /// @param what is refused, for the one who reads the failure
    /// @param open the try to open it
    void expect(BadLetter.Reason reason, String what, Callable<?> open) throws Exception {
        try {
            Object opened = open.call();
            fail("%s was accepted, and gave %s. It must be refused with the reason %s", what, opened, reason);
        } catch (BadLetter refused) {
            tell.publishEntry("Refused: " + refused.getMessage() + ".");
            assertThat(refused.reason())
                    .as("the reason why %s is refused", what)
                    .isEqualTo(reason);
        } catch (GeneralSecurityException other) {
            fail(
                    "%s was refused with %s. Throw a BadLetter with the reason %s, so that the person is told why",
                    what, other, reason);
        }
    }
}
