package eavesdrop.printing;

import eavesdrop.console.Console;
import eavesdrop.console.Counted;
import eavesdrop.console.Table;
import eavesdrop.console.TableRow;
import eavesdrop.evidence.Looked;
import eavesdrop.evidence.Search;
import eavesdrop.evidence.WireSighting;
import eavesdrop.search.Family;
import eavesdrop.search.How;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints what `find` found, one row each, or what "not found" rests on.
///
///      frame  stream      offset  offset in frame  from → to                        how
///          8       0          12               66  172.18.0.3:40112 → 172.18.0.2:12345  plain
public final class FindPrinter {
    private static final TableRow ROW = new TableRow(7, 6, 10, 15, -45, -5);

    private final Console console;
    private final Table table;

    public FindPrinter(Console console) {
        this.console = console;
        this.table = new Table(console, ROW, "frame", "stream", "offset", "offset in frame", "from → to", "how");
    }

    public void print(Search search, String text) {
        if (search.count() > 0) {
            table.printHeadings();
            search.sightings().forEach(sighting -> console.print(row(sighting)));
        }
        console.note(verdict(search));
        if (search.count() > 0) {
            console.note(
                    console.dim("In Wireshark: " + filter(search.sightings().getFirst(), text)));
        } else {
            console.note("Searched as: " + forms(search.searched().forms()) + ".");
            if (!search.searched().notForms().isEmpty()) {
                console.note("Not searched as: " + forms(search.searched().notForms()) + ".");
            }
            if (search.searched().withoutTcp() > 0) {
                console.note("Packets that carry something else than TCP, and were not searched: "
                        + search.searched().withoutTcp() + ".");
            }
        }
        lacking(search.lacking());
    }

    private String row(WireSighting sighting) {
        String frames = sighting.frames().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String spread = sighting.frames().size() > 1 ? ", across frames " + frames : "";
        String again = sighting.again() ? ", in bytes that were sent again" : "";
        return table.row(
                sighting.frame(),
                sighting.stream(),
                sighting.streamOffset(),
                sighting.frameOffset() < 0 ? "in fragments" : sighting.frameOffset(),
                sighting.from() + " → " + sighting.to(),
                console.yellow(HowText.words(sighting.how())) + spread + again);
    }

    private String verdict(Search search) {
        Search.Searched searched = search.searched();
        String where =
                " in " + Counted.of(searched.bytes(), "byte") + " of " + Counted.of(searched.streams(), "TCP stream")
                        + " (" + Counted.of(searched.directions(), "direction") + " with data)";
        String repeated = searched.repeated() == 0 ? "" : " and " + searched.repeated() + " bytes sent again";
        String more = search.count() > search.sightings().size()
                ? " The first " + search.sightings().size() + " are shown."
                : "";
        return found(search) + where + repeated + "." + more;
    }

    private String found(Search search) {
        if (search.count() > 0) {
            return console.bold("Found " + (search.count() == 1 ? "once" : search.count() + " times"));
        }
        return console.bold(
                search.lacking().nothing() ? "Not found" : "Not found, but not everything could be searched:");
    }

    private static String forms(Map<Family, String> forms) {
        return forms.entrySet().stream()
                .map(form -> form.getKey().label() + (form.getValue().isEmpty() ? "" : " (" + form.getValue() + ")"))
                .collect(Collectors.joining(", "));
    }

    private void lacking(Search.Lacking lacking) {
        if (lacking.gaps() > 0) {
            console.note(console.yellow("Note: ") + Counted.of(lacking.missing(), "byte") + " in "
                    + Counted.of(lacking.gaps(), "gap") + " are not in the capture: the text could be there.");
        }
        if (lacking.compressedParts() > 0) {
            console.note(console.yellow("Note: ") + Looked.notUnpacked(lacking.compressedParts())
                    + ": the text could be there.");
        }
        lacking.limits().forEach(limit -> console.note(console.yellow("Note: ") + limit));
    }

    /// The display filter that shows the frames of a sighting.
    private static String filter(WireSighting sighting, String text) {
        if (sighting.frames().size() > 1) {
            return "frame.number in {"
                    + sighting.frames().stream().map(String::valueOf).collect(Collectors.joining(", ")) + "}";
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean plain = sighting.how() instanceof How.Plain;
        boolean quotable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
        if (plain && quotable) {
            return "tcp.stream == " + sighting.stream() + " && frame contains \"" + text + "\"";
        }
        return plain
                ? "tcp.stream == " + sighting.stream() + " && frame contains "
                        + HexFormat.ofDelimiter(":").formatHex(bytes)
                : "frame.number == " + sighting.frame();
    }
}
