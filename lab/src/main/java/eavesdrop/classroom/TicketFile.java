package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.worksheet.TextFile;
import eavesdrop.worksheet.Yaml;
import java.nio.file.Path;

/// `student.yml`: reads and prints a ticket.
final class TicketFile {
    private static final String REMEDY =
            "Use the ticket as it was issued, or make a new one: ./labw start --student ID --force";

    private TicketFile() {}

    static Ticket read(Path file) {
        return switch (Yaml.read(TextFile.read(file))) {
            case Yaml.Unreadable(int line, String what) ->
                throw LabException.file(file + " is not a ticket: in line " + line + ", " + what + ".", REMEDY);
            case Yaml.Read(Yaml value) -> ticket(value, file);
        };
    }

    private static Ticket ticket(Yaml value, Path file) {
        try {
            return new Ticket(field(value, "id"), field(value, "seed"));
        } catch (LabException refused) {
            throw LabException.file(file + " is not a ticket: " + refused.what(), REMEDY);
        }
    }

    private static String field(Yaml value, String name) {
        if (value instanceof Yaml.Fields all && all.fields().get(name) instanceof Yaml.Text text) {
            return text.value();
        }
        throw LabException.file("it has no `" + name + "`.", REMEDY);
    }

    static String print(Ticket ticket) {
        return """
                # Your ticket for the Eavesdrop labs. Your codewords follow from the seed:
                # keep this file, and do not change it or pass it on.
                id: "%s"
                seed: "%s"
                """.formatted(ticket.id(), ticket.seed());
    }
}
