package eavesdrop.evidence;

import eavesdrop.search.How;
import java.util.Comparator;

/// One place where a text stands in a log or a transcript.
///
/// @param file the file's name
/// @param line the line in which it begins, from 1
/// @param field the field of the record, such as `text`; empty where it stands in no field that could be read
/// @param offset bytes of the field before it, in UTF-8; where there is no field, bytes of the file
/// @param how in what form it was there
public record LogSighting(String file, int line, String field, int offset, How how) implements Sighting {
    /// By line, then by place in it.
    static final Comparator<LogSighting> ORDER =
            Comparator.comparingInt(LogSighting::line).thenComparingInt(LogSighting::offset);

    @Override
    public String where() {
        return "line " + line + " of " + file;
    }
}
