package eavesdrop.worksheet;

import java.util.List;
import java.util.Map;

/// The part of YAML 1.2 that the kit's files use: texts, lists and named fields.
///
/// Every value stays the text that was typed: `0x30` is not turned into 48 here, and `no` is not turned
/// into false. What a text means is for the reader of the answer to say. Each value knows its line.
public sealed interface Yaml {
    /// The line of the text that was read, from 1.
    int line();

    /// One value, as typed and without its quotes; empty when nothing stands there.
    record Text(String value, int line) implements Yaml {}

    /// A list, written with dashes or as `[a, b]`.
    record Items(List<Yaml> items, int line) implements Yaml {}

    /// Named fields, in the order in which they stand.
    record Fields(Map<String, Yaml> fields, int line) implements Yaml {}

    /// What came of reading: the value, or what is wrong.
    sealed interface Reading {}

    /// It could be read.
    record Read(Yaml value) implements Reading {}

    /// It could not: the line from 1, and one clause that says what is wrong there.
    record Unreadable(int line, String what) implements Reading {}

    /// Reads one YAML document. Never throws, whatever the text holds.
    static Reading read(String text) {
        return new YamlReader(text).read();
    }
}
