package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.LabException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir
    Path folder;

    @Test
    void isNamedWhereNothingCanBeKept() {
        assertThat(FullDisk.at(folder, 4096))
                .map(LabException::what)
                .contains("The disk is full: what is said is no longer kept in " + folder + ".");
    }

    @Test
    void isNotNamedWhereThereIsRoom() {
        assertThat(FullDisk.at(folder)).isEmpty();
        assertThat(FullDisk.at(folder.resolve("not/there"))).isEmpty();
    }
}
