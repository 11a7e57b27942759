package eavesdrop.classroom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which columns hold what.
///
/// @param names the columns that make up a person's name, in the order in which they are spoken
record RosterColumns(int id, List<Integer> names, boolean hasHeader, String inWords) {
    private static final List<String> IDS = List.of(
            "id",
            "studentid",
            "studentnumber",
            "studentno",
            "matriculationnumber",
            "matrikelnummer",
            "matrnr",
            "idnumber",
            "sisuserid",
            "sisloginid",
            "login",
            "loginid",
            "username",
            "user",
            "userid",
            "student",
            "email",
            "emailaddress",
            "mail");
    private static final List<String> WHOLE = List.of("name", "fullname", "displayname", "studentname");
    private static final List<String> FIRST = List.of("firstname", "givenname", "vorname", "forename");
    private static final List<String> LAST = List.of("lastname", "surname", "familyname", "nachname");

    static Optional<RosterColumns> of(List<String> first, Optional<String> idColumn) {
        List<String> heads = first.stream().map(RosterColumns::plain).toList();
        int id = idColumn.map(name -> heads.indexOf(plain(name)))
                .orElseGet(() -> find(heads, IDS).findFirst().orElse(-1));
        if (id >= 0) {
            List<Integer> names = names(heads);
            String called = names.stream().map(first::get).collect(Collectors.joining(" and "));
            String words = "IDs from the column \"" + first.get(id).strip() + "\""
                    + (called.isEmpty() ? "" : ", names from " + called);
            return Optional.of(new RosterColumns(id, names, true, words));
        }
        boolean plainList = idColumn.isEmpty()
                && names(heads).isEmpty()
                && Ticket.isId(first.getFirst().strip());
        return plainList
                ? Optional.of(new RosterColumns(0, List.of(1), false, "no header: IDs from the first column"))
                : Optional.empty();
    }

    private static List<Integer> names(List<String> heads) {
        Optional<Integer> whole = find(heads, WHOLE).findFirst();
        return whole.map(List::of)
                .orElseGet(() -> Stream.of(FIRST, LAST)
                        .flatMap(part -> find(heads, part).limit(1))
                        .toList());
    }

    /// Where the known heads stand, the likeliest first.
    private static Stream<Integer> find(List<String> heads, List<String> known) {
        return known.stream().map(heads::indexOf).filter(column -> column >= 0);
    }

    /// `Student ID`, `student_id` and `STUDENT-ID` are the same head.
    private static String plain(String head) {
        return Roster.folded(head).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
