package eavesdrop.house;

import eavesdrop.house.SourceMembers.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a student finds in a starter and need not write stands in the solution, too, letter by letter.
///
/// The rule: every type, field, method and block of the starter is in the solution, in the same order, with the same
/// comment, annotations and signature. The body of a method may differ if the starter's throws a `TodoException`. What
/// the solution adds is private, or the constructor without parameters that a class has anyway. Imports are free.
final class GivenCode {
    private GivenCode() {}

    /// What is not as the rule says, in sentences.
    ///
    /// @param starter the text of a source file
    /// @param solution the text of the file of the same name
    static List<String> differences(String starter, String solution) {
        Map<String, Member> given = byName(starter);
        Map<String, Member> written = byName(solution);
        List<String> differences = new ArrayList<>();
        given.forEach((name, member) -> {
            if (!written.containsKey(name)) {
                differences.add(name + " is missing");
            } else {
                compare(member, written.get(name), differences);
            }
        });
        written.forEach((name, member) -> {
            if (!given.containsKey(name) && !member.closed() && !isImplied(name, given)) {
                differences.add(name + " is added and is not private");
            }
        });
        Set<String> order = new LinkedHashSet<>(written.keySet());
        order.retainAll(given.keySet());
        if (differences.isEmpty() && !List.copyOf(order).equals(List.copyOf(given.keySet()))) {
            differences.add("the order is another: " + order);
        }
        return differences;
    }

    /// A class that declares no constructor has one without parameters.
    private static boolean isImplied(String name, Map<String, Member> given) {
        String constructor = ".<init>(";
        return name.endsWith(constructor + ")")
                && given.keySet().stream().noneMatch(one -> one.startsWith(name.substring(0, name.length() - 1)));
    }

    private static void compare(Member given, Member written, List<String> differences) {
        if (!given.head().equals(written.head())) {
            differences.add(given.name() + " is declared or described otherwise");
        }
        if (!given.todo() && !given.body().equals(written.body())) {
            differences.add(given.name() + " has no TODO, but another body");
        }
    }

    private static Map<String, Member> byName(String text) {
        Map<String, Member> members = new LinkedHashMap<>();
        SourceMembers.of(text).forEach(member -> members.put(member.name(), member));
        return members;
    }
}
