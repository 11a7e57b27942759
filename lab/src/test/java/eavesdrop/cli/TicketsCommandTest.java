package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eavesdrop.classroom.CourseKey;
import eavesdrop.classroom.Ticket;
import eavesdrop.console.Console;
import eavesdrop.console.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a roster to tickets.
class TicketsCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void issuesEachStudentATicketOnceFromAKeyThatIsMadeOnce() throws IOException {
        roster("id,name\nada,Ada\nbob,Bob\n");
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("2 tickets issued, 0 were there already");
        Ticket ada = Ticket.read(folder.resolve("tickets/ticket-ada.yml"));
        assertThat(ada).isEqualTo(CourseKey.read(folder.resolve("course.key")).issue("ada"));

        roster("id,name\nada,Ada\nbob,Bob\ncleo,Cleo\n");
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("1 ticket issued, 2 were there already");
        assertThat(Ticket.read(folder.resolve("tickets/ticket-ada.yml"))).isEqualTo(ada);
    }

    @Test
    void replacesNoTicketOfAnotherCourse() throws IOException {
        roster("ada\n");
        run();
        Files.delete(folder.resolve("course.key"));
        assertThat(run()).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("holds another ticket");
    }

    @Test
    void makesNeitherKeyNorTicketsFromARosterThatIsWrong() throws IOException {
        roster("id\nada\nada\n");
        assertThat(run()).isEqualTo(ExitStatus.FILE.code());
        assertThat(err.toString()).contains("line 3: ada stands already in line 2");
        assertThat(folder.resolve("course.key")).doesNotExist();
        assertThat(folder.resolve("tickets")).doesNotExist();
    }

    private void roster(String csv) throws IOException {
        Files.writeString(folder.resolve("roster.csv"), csv);
    }

    private int run() {
        return Main.run(
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), false),
                "tickets",
                folder.resolve("roster.csv").toString(),
                "--out",
                folder.resolve("tickets").toString(),
                "--key",
                folder.resolve("course.key").toString());
    }
}
