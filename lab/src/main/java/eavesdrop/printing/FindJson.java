package eavesdrop.printing;

import eavesdrop.evidence.Search;
import eavesdrop.evidence.WireSighting;
import eavesdrop.search.Family;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `find --json` prints.
public final class FindJson {
    private FindJson() {}

    public static Map<String, Object> of(String capture, String text, Search search) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("capture", capture);
        json.put("text", text);
        json.put("found", search.count() > 0);
        json.put("count", search.count());
        json.put(
                "sightings", search.sightings().stream().map(FindJson::sighting).toList());
        searched(search.searched(), json);
        lacking(search.lacking(), json);
        return json;
    }

    private static Map<String, Object> sighting(WireSighting sighting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("frame", sighting.frame());
        json.put("frames", sighting.frames());
        json.put("stream", sighting.stream());
        json.put("offset", sighting.streamOffset());
        json.put("frameOffset", sighting.frameOffset());
        json.put("from", sighting.from().toString());
        json.put("to", sighting.to().toString());
        json.put("fromClient", sighting.fromClient());
        json.put("time", sighting.time().toString());
        json.putAll(HowText.json(sighting.how()));
        json.put("again", sighting.again());
        return json;
    }

    private static void searched(Search.Searched searched, Map<String, Object> json) {
        json.put("packets", searched.packets());
        json.put("packetsWithoutTcp", searched.withoutTcp());
        json.put("searchedStreams", searched.streams());
        json.put("searchedDirections", searched.directions());
        json.put("searchedBytes", searched.bytes());
        json.put("searchedBytesSentAgain", searched.repeated());
        json.put("searchedAs", named(searched.forms()));
        json.put("notSearchedAs", named(searched.notForms()));
    }

    private static Map<String, String> named(Map<Family, String> forms) {
        Map<String, String> named = new LinkedHashMap<>();
        forms.forEach((family, claim) -> named.put(family.label(), claim));
        return named;
    }

    private static void lacking(Search.Lacking lacking, Map<String, Object> json) {
        json.put("everythingSearched", lacking.nothing());
        json.put("gaps", lacking.gaps());
        json.put("missingBytes", lacking.missing());
        json.put("compressedPartsGivenUp", lacking.compressedParts());
        json.put("limits", lacking.limits());
    }
}
