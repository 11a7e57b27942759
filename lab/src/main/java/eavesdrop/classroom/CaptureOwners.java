package eavesdrop.classroom;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who handed in which connection, for a whole class.
final class CaptureOwners {
    private final Map<String, Set<Student>> owners = new HashMap<>();

    void add(Student student, Graded graded) {
        graded.openings()
                .forEach(opening -> owners.computeIfAbsent(opening.numbers(), _ -> new LinkedHashSet<>())
                        .add(student));
    }

    /// Those other students whose captures hold the same connection.
    List<Student> others(Opening opening, Student student) {
        return owners.getOrDefault(opening.numbers(), Set.of()).stream()
                .filter(owner -> !owner.equals(student))
                .toList();
    }
}
