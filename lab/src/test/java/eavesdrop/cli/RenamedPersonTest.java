package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.testing.Kit;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cast of lab 3 ends with Alice under another name; students give themselves others, too. The lab goes on.
class RenamedPersonTest {
    private static final String[] LOCAL = {"--topology", "local"};

    @TempDir
    private static Path folder;

    private static Kit kit;
    private static Kit.Ended second;
    private static Kit.Ended up;

    @BeforeAll
    static void aliceTakesAnotherName() {
        kit = new Kit(folder);
        kit.labw("up", LOCAL[0], LOCAL[1]);
        kit.labw("play", "3", LOCAL[0], LOCAL[1], "--pause", "0");
        up = kit.ending("up", LOCAL[0], LOCAL[1]);
        second = kit.ending("play", "3", LOCAL[0], LOCAL[1], "--pause", "0");
    }

    @AfterAll
    static void stop() {
        kit.labw("down", LOCAL[0], LOCAL[1]);
    }

    @Test
    void upSeesThatSheIsThere() {
        assertThat(up.status()).as(up.notes()).isZero();
    }

    @Test
    void whenTheCastSpeaksAgainSheHasHerNameBack() {
        assertThat(second.status()).as(second.notes()).isZero();
        assertThat(second.notes()).contains("alice is called alice-is-out now, and takes back the name alice.");
        assertThat(kit.heard("bob")).containsSubsequence("received JOINED alice-is-out\n", "received JOINED alice\n");
    }
}
