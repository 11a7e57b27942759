package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.console.ExitStatus;
import eavesdrop.testing.Kit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What up, status and down say where the ordinary sentence would mislead.
class WhatTheLabSaysTest {
    private static final String LOCAL = "--topology=local";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Mallory is in between, and the clients verify: that nobody is in the chat is the outcome, and no trouble to be
    /// mended.
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

    /// The student's own classes are the starters here.
    @Test
    void whereAClassIsStillToBeWrittenPlayAndChatSayWhich() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        try {
            kit.ending("up", LOCAL, "--scenario", "tls");
            Kit.Ended played = kit.ending("play", "4", LOCAL);
            Kit.Ended chatted = kit.typing("hello\n", "chat", "--scenario", "tls", "eve");

            assertThat(played.notes()).contains("not done yet: TODO(4.3)").doesNotContain("refuses");
            assertThat(chatted.notes()).contains("not done yet: TODO(4.3)", "--with solutions");
            assertThat(chatted.status()).isEqualTo(ExitStatus.FILE.code());
        } finally {
            kit.labw("down", LOCAL);
        }
    }

    @Test
    void whereNoLabRunsDownSaysSo() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        Kit.Ended down = kit.ending("down", LOCAL);
        Kit.Ended status = kit.ending("status", LOCAL);
        Kit.Ended checked = kit.ending("check", "4");

        assertThat(down.status()).isZero();
        assertThat(down.notes()).contains("No lab was running.").doesNotContain("Stopping", "is down");
        assertThat(status.notes()).contains("To start what does not run: ./labw up");
        assertThat(checked.notes()).contains("Make one with './labw up --scenario tls', then './labw play 4';");
    }

    @Test
    void statusSaysHowToJoinAsTheOthersDo() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        try {
            String up = kit.labw("up", LOCAL, "--scenario", "tls", "--with", "solutions");
            Kit.Ended plain = kit.typing("hello\n", "chat", "eve");

            assertThat(up).contains("join with './labw chat --scenario tls --with solutions'");
            assertThat(kit.labw("status", LOCAL)).contains("./labw chat YOURNAME --scenario tls --with solutions");
            assertThat(plain.notes()).contains("Join with './labw chat --scenario tls --with solutions'.");
        } finally {
            kit.labw("down", LOCAL);
        }
    }

    /// There, Java prints other digits.
    @Test
    void inEgyptTheFilesAreFoundAndTheDigitsAreThoseOfWireshark() throws IOException {
        Kit kit = Kit.of(folder, "ada").speaking("ar", "EG");
        try {
            kit.labw("up", LOCAL);
            kit.labw("play", "2", LOCAL, "--pause", "0");

            assertThat(kit.ending("check", "2").facts()).contains("0 %, 0 of 30 points");
        } finally {
            kit.labw("down", LOCAL);
        }
    }

    @Test
    void whoSniffsDoesNotTakeTheClassesAwayFromTheLab() throws IOException {
        Kit kit = Kit.of(folder, "ada");
        try {
            kit.labw("up", LOCAL, "--scenario", "tls", "--with", "solutions");
            Path rung = folder.resolve("solutions/target/rung").toRealPath();
            Object before = Files.readAttributes(rung.resolve("eavesdrop"), BasicFileAttributes.class)
                    .fileKey();

            kit.ending("sniff", "--with", "solutions");

            assertThat(Files.readAttributes(rung.resolve("eavesdrop"), BasicFileAttributes.class)
                            .fileKey())
                    .isEqualTo(before);
        } finally {
            kit.labw("down", LOCAL);
        }
    }
}
