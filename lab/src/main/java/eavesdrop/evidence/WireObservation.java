package eavesdrop.evidence;

import eavesdrop.pcap.CaptureReader;
import eavesdrop.pcap.Packet;
import eavesdrop.tcp.Segment;
import java.time.Instant;
import java.util.List;

/// What somebody on the wire knows: the bytes of the streams and, even where they are encrypted, the ends, the
/// time and the length of each segment that may carry words.
final class WireObservation {
    private WireObservation() {}

    static Observation of(Observer.Eve eve, TextQuery question) {
        Tally.Counter<Utterance> said = new Tally.Counter<>();
        ObservedTalk talk = talk(eve);
        Search search;
        try (CaptureReader reader = CaptureReader.open(eve.file())) {
            search = Search.of(reader, question.text(), Runnable::run, _ -> {}, (segment, stream) -> {
                if (talk.mayCarryWords(segment, stream)) {
                    hear(segment, question, said);
                }
            });
        }
        Tally<Sighting> content = new Tally<>(search.count(), List.copyOf(search.sightings()));
        return new Observation(eve, content, said.counted(), Looked.at(search));
    }

    /// Where a TLS connection has its words is known only after all of it was read.
    private static ObservedTalk talk(Observer.Eve eve) {
        TlsStreams tls = new TlsStreams();
        try (CaptureReader reader = CaptureReader.open(eve.file())) {
            Listening.toAll(reader, tls);
        }
        return new ObservedTalk(tls.connections());
    }

    /// What was sent again was not said again.
    private static void hear(Segment segment, TextQuery question, Tally.Counter<Utterance> said) {
        Instant time = Packet.instant(segment.nanos());
        if (segment.length() > 0 && !segment.retransmission() && question.covers(time)) {
            said.add(new Utterance(
                    segment.from().toString(),
                    segment.to().toString(),
                    time,
                    segment.length(),
                    "frame " + segment.frame()));
        }
    }
}
