package eavesdrop.classroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Whose codeword a codeword is, for a whole class.
///
/// In a class of a thousand some pairs of students share a codeword by chance. A student's own words are therefore
/// never foreign, and all owners of a foreign one are named.
final class CodewordOwners {
    /// @param lab for which it is this student's codeword
    record Owner(Student student, int lab) {}

    private final Map<String, List<Owner>> owners = new HashMap<>();

    CodewordOwners(List<Student> students, Tickets tickets) {
        for (Student student : students) {
            Ticket ticket = tickets.of(student.id());
            IntStream.rangeClosed(1, Ticket.LABS)
                    .forEach(lab -> ticket.codewords(lab)
                            .values()
                            .forEach(word -> owners.computeIfAbsent(word, _ -> new ArrayList<>())
                                    .add(new Owner(student, lab))));
        }
    }

    List<Owner> of(String codeword) {
        return owners.getOrDefault(codeword, List.of());
    }

    /// Whether it is this student's own in any lab.
    boolean isOwn(String codeword, String id) {
        return of(codeword).stream().anyMatch(owner -> owner.student().id().equals(id));
    }
}
