package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.search.Family;
import eavesdrop.search.Scans;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Where a text crosses the wire; or, when nowhere, what that claim rests on.
///
/// @param count how often it was found
/// @param sightings the first of them, in the order of their frames; all, where they are not very many
/// @param searched what was searched
/// @param lacking what could not be
public record Search(long count, List<WireSighting> sightings, Searched searched, Lacking lacking) {
    /// Blocks that wait to be searched come in batches; so many at most.
    private static final int MOST_BATCHES = 16;

    public Search {
        sightings = List.copyOf(sightings);
    }

    /// @param packets of the capture, of whatever kind
    /// @param withoutTcp packets among them that carry something else, and were not searched
    /// @param streams TCP streams, with data or without
    /// @param directions directions of streams that carried data
    /// @param bytes of TCP data, each counted once
    /// @param repeated bytes that were sent again, and searched too
    /// @param forms in which families of forms, with what is claimed of each
    /// @param notForms in which families not, with the reason
    public record Searched(
            int packets,
            int withoutTcp,
            int streams,
            int directions,
            long bytes,
            long repeated,
            Map<Family, String> forms,
            Map<Family, String> notForms) {}

    /// @param gaps holes in the streams, of what was not captured
    /// @param missing bytes that the holes lack: the text could be there
    /// @param compressedParts parts that may be compressed and were not unpacked to their ends
    /// @param limits what could not be read of the capture, in plain statements
    public record Lacking(int gaps, long missing, int compressedParts, List<String> limits) {
        public Lacking {
            limits = List.copyOf(limits);
        }

        public boolean nothing() {
            return gaps == 0 && compressedParts == 0 && limits.isEmpty();
        }
    }

    /// Searches a capture to its end, on the caller's thread.
    ///
    /// @param text not empty
    public static Search of(CaptureReader reader, String text) {
        return of(reader, text, Runnable::run, _ -> {});
    }

    /// Searches a capture to its end.
    ///
    /// @param text not empty
    /// @param executor runs the searches while the caller's thread reads on
    /// @param progress is told now and then how many packets were read
    public static Search of(CaptureReader reader, String text, Executor executor, IntConsumer progress) {
        return of(reader, text, executor, progress, (_, _) -> {});
    }

    /// The same for somebody who wants to see each TCP frame meanwhile.
    static Search of(
            CaptureReader reader,
            String text,
            Executor executor,
            IntConsumer progress,
            Listening.FrameListener listener) {
        Scans scans = new Scans(text);
        SearchSinks sinks = new SearchSinks(scans, new Lane(executor, MOST_BATCHES));
        Listening listening = new Listening(reader, sinks, listener, false);
        while (listening.next()) {
            if ((listening.packets() & 0xFFFF) == 0) {
                progress.accept(listening.packets());
            }
        }
        listening.finish();
        SearchWork work = sinks.finish();
        Searched searched = new Searched(
                listening.packets(),
                listening.withoutTcp(),
                listening.streams().size(),
                sinks.directions(),
                sinks.bytes(),
                sinks.repeated(),
                scans.searched(work.everyPlace()),
                scans.notSearched());
        List<String> limits = Stream.concat(listening.limits().stream(), sinks.limits().stream())
                .toList();
        Lacking lacking = new Lacking(sinks.gaps(), sinks.missing(), work.partsGivenUp(), limits);
        return new Search(work.findings().count(), work.findings().sightings(), searched, lacking);
    }
}
