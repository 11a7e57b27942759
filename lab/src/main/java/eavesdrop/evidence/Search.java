package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where a text crosses the wire; or, when nowhere, what that claim rests on.
///
/// @param sightings in the order of the frames
/// @param bytes of TCP data that were searched, each counted once
/// @param repeated bytes that were sent again, and searched too
/// @param streams how many streams that was
/// @param gaps how many holes there are in them
/// @param missing bytes that the holes lack: the text could be there
/// @param limits what else could not be read, in plain statements
public record Search(
        List<Sighting> sightings, long bytes, long repeated, int streams, int gaps, long missing, List<String> limits) {
    public Search {
        sightings = List.copyOf(sightings);
        limits = List.copyOf(limits);
    }

    /// Searches a capture to its end.
    ///
    /// @param text not empty
    public static Search of(CaptureReader reader, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        List<Sighting> sightings = new ArrayList<>();
        Searched searched = new Searched();
        Listening listening = Listening.toAll(
                reader, (stream, fromClient) -> new SearchSink(stream, fromClient, wanted, searched, sightings::add));
        sightings.sort(Comparator.comparingInt(Sighting::frame)
                .thenComparingInt(Sighting::stream)
                .thenComparingLong(Sighting::streamOffset));
        return new Search(
                sightings,
                searched.bytes,
                searched.repeated,
                listening.streams().size(),
                searched.gaps,
                searched.missing,
                listening.limits());
    }
}
