package eavesdrop.evidence;

import eavesdrop.search.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What "not seen" rests on.
///
/// @param what what was searched, in words: `2312 bytes (packets: 120, TCP streams: 3, …)`
/// @param bytes how many bytes that is
/// @param forms in which families of forms, with what is claimed of each
/// @param notForms in which families not, with the reason
/// @param lacking what could not be searched, in plain statements; empty when all could
public record Looked(
        String what, long bytes, Map<Family, String> forms, Map<Family, String> notForms, List<String> lacking) {
    public Looked {
        lacking = List.copyOf(lacking);
    }

    static Looked at(Search search) {
        Search.Searched searched = search.searched();
        String again = searched.repeated() == 0 ? "" : " and " + searched.repeated() + " bytes sent again";
        String what = searched.bytes() + " bytes" + again + " (packets: " + searched.packets() + ", TCP streams: "
                + searched.streams() + ", directions with data: " + searched.directions() + ")";
        return new Looked(what, searched.bytes(), searched.forms(), searched.notForms(), lacking(search.lacking()));
    }

    /// What is to be said where parts were not unpacked to their ends, without a full stop.
    public static String notUnpacked(int parts) {
        return parts == 1
                ? "1 part that may be compressed was not unpacked to its end"
                : parts + " parts that may be compressed were not unpacked to their ends";
    }

    private static List<String> lacking(Search.Lacking lacking) {
        List<String> statements = new ArrayList<>();
        if (lacking.gaps() > 0) {
            statements.add(lacking.missing() + " bytes in " + lacking.gaps() + " gaps are not in the capture.");
        }
        if (lacking.compressedParts() > 0) {
            statements.add(notUnpacked(lacking.compressedParts()) + ".");
        }
        statements.addAll(lacking.limits());
        return statements;
    }
}
