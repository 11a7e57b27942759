package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Kit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mallory is in between, and the clients verify: that nobody is in the chat is the outcome, and no trouble to be
/// mended.
class NothingToPlayTest {
    private static final String LOCAL = "--topology=local";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whereTheClientsRefuseMalloryNobodySpeaks() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        try {
            Kit.Ended up = kit.ending("up", LOCAL, "--scenario", "mallory-verified", "--with", "solutions");
            Kit.Ended played = kit.ending("play", "5", LOCAL);

            assertThat(up.status()).isZero();
            assertThat(up.notes()).contains("there is nothing to play here").doesNotContain("./labw play");
            assertThat(played.status()).isEqualTo(ExitStatus.USAGE.code());
            assertThat(played.notes())
                    .contains("Nobody can speak: alice's client refuses the server")
                    .contains("./labw up --scenario verified");
        } finally {
            kit.labw("down", LOCAL);
        }
    }
}
