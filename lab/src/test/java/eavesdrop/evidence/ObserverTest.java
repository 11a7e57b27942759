package eavesdrop.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.evidence.Observation.Sees;
import eavesdrop.pcap.CaptureWriter;
import eavesdrop.pcap.ConnectionWriter;
import eavesdrop.pcap.Endpoint;
import eavesdrop.pcap.LinkType;
import eavesdrop.pcap.TcpFrame;
import eavesdrop.search.How;
import eavesdrop.testing.Planted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each observer sees of a text: the text, that something was said, or nothing; and what that rests on.
class ObserverTest {
    private static final String CODEWORD = "amber-otter-42";
    private static final Instant SAID = Instant.parse("2026-11-22T16:03:50Z");
    private static final TextQuery QUESTION = TextQuery.of(CODEWORD);
    private static final Endpoint ALICE = new Endpoint(InetAddress.ofLiteral("172.18.0.3"), 40_112);
    private static final Endpoint SERVER = new Endpoint(InetAddress.ofLiteral("172.18.0.2"), 12_345);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /// Those whose view is a log: all of them must answer alike.
    static Stream<Function<Path, Observer>> readersOfLogs() {
        return Stream.of(
                Observer.Operator::new, file -> new Observer.Client("bob", file), file -> new Observer.Mallory(file));
    }

    @Test
    void eveSeesWhatCrossesInPlainTextAndWhere() throws IOException {
        Observation seen = eve(bytes("TELL bob " + CODEWORD + "\n")).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.CONTENT);
        assertThat(seen.provesAbsence()).isFalse();
        assertThat(seen.content().count()).isEqualTo(1);
        assertThat(seen.content().first().getFirst()).isInstanceOfSatisfying(WireSighting.class, sighting -> {
            assertThat(sighting.where()).isEqualTo("frame 4");
            assertThat(sighting.frameOffset()).isEqualTo(54 + "TELL bob ".length());
            assertThat(sighting.how()).isEqualTo(new How.Plain());
        });
    }

    @Test
    void eveSeesWhatIsOnlyEncoded() throws IOException {
        byte[] encoded = Base64.getEncoder().encode(bytes("hello " + CODEWORD));

        Observation seen = eve(encoded).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.CONTENT);
        assertThat(seen.content().first().getFirst().how()).isInstanceOf(How.Base64.class);
    }

    @Test
    void eveSeesWhoSpokeWhenAndHowLongWhereAllIsEncrypted() throws IOException {
        Observation seen = eve(noise(200)).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.THAT_SOMETHING_WAS_SAID);
        assertThat(seen.provesAbsence()).isTrue();
        assertThat(seen.looked().what()).isEqualTo("200 bytes (packets: 5, TCP streams: 1, directions with data: 1)");
        assertThat(seen.said().first())
                .containsExactly(new Utterance(ALICE.toString(), SERVER.toString(), SAID, 200, "frame 4"));
    }

    @Test
    void eveSeesNothingWhereNobodySpokeInTheTimeAskedAbout() throws IOException {
        Observer eve = eve(noise(200));

        assertThat(eve.look(QUESTION.between(SAID.plusSeconds(1), SAID.plusSeconds(9)))
                        .sees())
                .isEqualTo(Sees.NOTHING);
        assertThat(eve.look(QUESTION.between(SAID, SAID.plusSeconds(1))).sees())
                .isEqualTo(Sees.THAT_SOMETHING_WAS_SAID);
    }

    @Test
    void whatIsSentAgainWasSaidOnce() throws IOException {
        Path file = folder.resolve("again.pcapng");
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            for (int i = 0; i < 2; i++) {
                capture.write(SAID, new TcpFrame(ALICE, SERVER, 100, 1, TcpFrame.ACK, noise(50)).ethernet());
            }
        }

        assertThat(new Observer.Eve(file).look(QUESTION).said().count()).isEqualTo(1);
    }

    @Test
    void aCaptureWithAHoleProvesNoAbsence() throws IOException {
        Path file = folder.resolve("hole.pcapng");
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            capture.write(SAID, new TcpFrame(ALICE, SERVER, 100, 1, TcpFrame.ACK, noise(50)).ethernet());
            capture.write(SAID, new TcpFrame(ALICE, SERVER, 190, 1, TcpFrame.ACK, noise(50)).ethernet());
        }

        Observation seen = new Observer.Eve(file).look(QUESTION);

        assertThat(seen.provesAbsence()).isFalse();
        assertThat(seen.looked().lacking()).containsExactly("40 bytes in 1 gaps are not in the capture.");
    }

    @Test
    void anEmptyCaptureProvesNoAbsence() throws IOException {
        Path file = folder.resolve("empty.pcapng");
        CaptureWriter.open(file, LinkType.ETHERNET, "made by a test").close();

        Observation seen = new Observer.Eve(file).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.NOTHING);
        assertThat(seen.provesAbsence()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void aLogThatHoldsTheTextShowsIt(Function<Path, Observer> observer) throws IOException {
        Observation seen =
                observer.apply(log(told("hello"), told("psst " + CODEWORD))).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.CONTENT);
        assertThat(seen.content().first())
                .containsExactly(new LogSighting("log.jsonl", 2, "text", "psst ".length(), new How.Plain()));
        assertThat(seen.content().first().getFirst().where()).isEqualTo("line 2 of log.jsonl");
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void aSealedTextShowsOnlyThatSomethingWasSaid(Function<Path, Observer> observer) throws IOException {
        String sealed = Base64.getEncoder().encodeToString(noise(60));

        Observation seen = observer.apply(log(told(sealed))).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.THAT_SOMETHING_WAS_SAID);
        assertThat(seen.provesAbsence()).isTrue();
        assertThat(seen.said().first()).containsExactly(new Utterance("alice", "bob", SAID, 80, "line 1 of log.jsonl"));
        assertThat(seen.looked().what()).endsWith("bytes of log.jsonl (records: 1, other lines: 0)");
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void whatIsOnlyEncodedIsNotSealed(Function<Path, Observer> observer) throws IOException {
        String encoded = Base64.getEncoder().encodeToString(bytes("xy" + CODEWORD));

        Observation seen = observer.apply(log(told(encoded))).look(QUESTION);

        assertThat(seen.content().first())
                .containsExactly(new LogSighting("log.jsonl", 1, "text", 2, new How.Base64(2, false)));
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void aLogWithoutAnUtteranceShowsNothing(Function<Path, Observer> observer) throws IOException {
        Path file = log("{\"time\":\"2026-11-22T16:03:50Z\",\"seq\":1,\"event\":\"joined\",\"from\":\"alice\"}");

        Observation seen = observer.apply(file).look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.NOTHING);
        assertThat(seen.provesAbsence()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void aLineThatIsNoRecordHidesNothing(Function<Path, Observer> observer) throws IOException {
        Observation seen = observer.apply(log(told("hello"), "{\"time\":\"2026-… " + CODEWORD))
                .look(QUESTION);

        assertThat(seen.sees()).isEqualTo(Sees.CONTENT);
        assertThat(seen.content().first().getFirst().where()).isEqualTo("line 2 of log.jsonl");
        assertThat(seen.looked().what()).endsWith("(records: 1, other lines: 1)");
    }

    @ParameterizedTest
    @MethodSource("readersOfLogs")
    void anEmptyOrMissingLogProvesNoAbsence(Function<Path, Observer> observer) throws IOException {
        Observer empty = observer.apply(Files.createFile(folder.resolve("empty.jsonl")));
        Observer missing = observer.apply(folder.resolve("missing.jsonl"));

        assertThat(empty.look(QUESTION).provesAbsence()).isFalse();
        assertThatThrownBy(() -> missing.look(QUESTION)).isInstanceOf(LabException.class);
    }

    @Test
    void seesThroughTheEscapesOfJson() throws IOException {
        Path file = log(told(CODEWORD.replace("o", "\\u006f")));

        assertThat(new Observer.Operator(file).look(QUESTION).content().first())
                .containsExactly(new LogSighting("log.jsonl", 1, "text", 0, new How.Plain()));
    }

    @Test
    void aTranscriptOfPlainLinesIsSearchedInEveryForm() throws IOException {
        for (Planted planted : Planted.all(CODEWORD, 7, 4)) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            lines.writeBytes(bytes("* you are bob\n"));
            lines.writeBytes(planted.message());
            Path file = folder.resolve("transcript.txt");
            Files.write(file, lines.toByteArray());

            Observation seen = new Observer.Client("bob", file).look(QUESTION);

            assertThat(seen.content().first())
                    .as("%s", planted.how())
                    .extracting(Sighting::how)
                    .contains(planted.how());
        }
    }

    private Observer eve(byte[] said) throws IOException {
        Path file = folder.resolve("eve.pcapng");
        try (CaptureWriter capture = CaptureWriter.open(file, LinkType.ETHERNET, "made by a test")) {
            ConnectionWriter connection = new ConnectionWriter(capture, ALICE, SERVER, 7, 900);
            connection.open(SAID);
            connection.clientSent(SAID, said);
        }
        return new Observer.Eve(file);
    }

    private Path log(String... lines) throws IOException {
        return Files.write(folder.resolve("log.jsonl"), List.of(lines));
    }

    private static String told(String text) {
        return "{\"time\":\"" + SAID + "\",\"seq\":1,\"event\":\"told\",\"from\":\"alice\",\"to\":\"bob\",\"text\":\""
                + text + "\"}";
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
