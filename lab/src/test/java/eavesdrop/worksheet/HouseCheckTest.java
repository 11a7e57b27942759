package eavesdrop.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eavesdrop.evidence.Evidence;
import eavesdrop.worksheet.AnswerSheet.Block;
import eavesdrop.worksheet.AnswerSheet.Purpose;
import eavesdrop.worksheet.Report.Result;
import eavesdrop.worksheet.Verdict.NotAnswered;
import eavesdrop.worksheet.Verdict.Right;
import eavesdrop.worksheet.Verdict.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The worksheet house check: every worksheet that is there is whole, and its checker fair, on every kind of lab
/// that a student may have played.
class HouseCheckTest {
    private static final Set<String> LOOKED_UP_IN_A_LOG =
            Set.of("3.1", "3.5", "3.6", "3.7", "3.8", "3.12", "5.2", "5.3", "5.4", "5.5", "5.9");

    private static final Path WORKSHEETS = Path.of("../worksheets");
    private static final Map<String, String> CODEWORDS = Map.of("whisper", "amber-otter-42", "reply", "calm-fox-17");
    private static final Map<String, String> SOMEBODY_ELSES = Map.of("whisper", "bold-goat-11", "reply", "icy-emu-99");

    static List<Path> checkFiles() throws IOException {
        try (Stream<Path> files = Files.list(WORKSHEETS)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".check.yml"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    /// A check file and the evidence of one lab.
    record Played(String kind, Path checkFile, CheckFile check, AnswerSheet sheet, Evidence evidence) {
        @Override
        public String toString() {
            return checkFile.getFileName() + " " + kind;
        }

        Report checked(Map<BlankId, String> answers) {
            AnswerSheet filled = AnswerSheet.parse(FilledIn.markdown(sheet.text(), answers));
            return new Checker(check, evidence).check(filled);
        }
    }

    static List<Played> labs() throws IOException {
        return checkFiles().stream().flatMap(HouseCheckTest::labsOf).toList();
    }

    private static Stream<Played> labsOf(Path checkFile) {
        int number = numberOf(checkFile);
        CheckFile check = CheckFile.read(checkFile, codewords(number));
        AnswerSheet sheet = AnswerSheet.read(worksheetOf(checkFile));
        Map<String, Evidence> labs = new LinkedHashMap<>();
        if (RealLab.has(number)) {
            labs.put("without Docker, with the solutions", evidence(check));
        } else {
            Cast cast = castOf(check, CODEWORDS);
            labs.put("in containers", evidence(check));
            labs.put("on one machine", done(number, PlayedLab.onOneMachine("alice", "bob"), cast));
            labs.put("with carol", done(number, PlayedLab.inContainers("carol", "bob", "alice"), cast));
            labs.put(
                    "played twice",
                    done(number, PlayedLab.inContainers("alice", "bob").play(cast), cast));
            PlayedLab repeated = done(number, PlayedLab.inContainers("alice", "bob"), cast);
            repeated.lines().stream().map(line -> line.frame()).toList().forEach(repeated::retransmit);
            labs.put("with every line retransmitted", repeated);
        }
        return labs.entrySet().stream().map(lab -> new Played(lab.getKey(), checkFile, check, sheet, lab.getValue()));
    }

    private static PlayedLab done(int number, PlayedLab lab, Cast cast) {
        return Deeds.done(number, lab, cast, CODEWORDS);
    }

    private static int numberOf(Path checkFile) {
        return Integer.parseInt(checkFile.getFileName().toString().substring(0, 2));
    }

    private static Map<String, String> codewords(int number) {
        return RealLab.has(number) ? RealLab.of(number, "ada").codewords() : CODEWORDS;
    }

    /// What the lab of a student leaves behind who did all that the worksheet says.
    private static Evidence evidence(CheckFile check) {
        int number = check.number();
        return RealLab.has(number)
                ? RealLab.of(number, "ada").evidence()
                : done(number, PlayedLab.inContainers("alice", "bob"), castOf(check, CODEWORDS));
    }

    private static Path worksheetOf(Path checkFile) {
        return WORKSHEETS.resolve(checkFile.getFileName().toString().replace(".check.yml", ".md"));
    }

    private static Cast castOf(CheckFile check, Map<String, String> codewords) {
        return Cast.read(Path.of("../labs/scenarios/plain/%02d.cast".formatted(check.number())), codewords);
    }

    @ParameterizedTest
    @MethodSource("checkFiles")
    void theWorksheetHasABlockForEachBlankAndNoOther(Path checkFile) {
        CheckFile check = CheckFile.read(checkFile, codewords(numberOf(checkFile)));
        AnswerSheet sheet = AnswerSheet.read(worksheetOf(checkFile));
        assertThat(checkFile.getFileName().toString()).startsWith("%02d-".formatted(check.number()));
        assertThat(sheet.blocks())
                .filteredOn(block -> block.purpose() == Purpose.ANSWER)
                .extracting(Block::id, Block::content, Block::closed)
                .containsExactlyElementsOf(check.questions().stream()
                        .map(question -> tuple(
                                question.id(),
                                question.blanks().stream()
                                        .map(blank -> blank.name() + ":")
                                        .toList(),
                                true))
                        .toList());
        assertThat(sheet.blocks())
                .extracting(block -> block.purpose() + block.id())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("checkFiles")
    void eachQuestionHasAHeadingPointsAFilterAndThreeHints(Path checkFile) throws IOException {
        CheckFile check = CheckFile.read(checkFile, codewords(numberOf(checkFile)));
        String sheet = Files.readString(worksheetOf(checkFile));
        assertThat(check.questions()).hasSizeGreaterThan(5).allSatisfy(question -> {
            assertThat(sheet).contains("\n### " + question.id() + " ");
            assertThat(question.points()).isPositive();
            assertThat(question.filter().isEmpty())
                    .as("only what stands in a log needs no filter: %s", question.id())
                    .isEqualTo(LOOKED_UP_IN_A_LOG.contains(question.id()));
            assertThat(question.hints()).hasSize(3).doesNotHaveDuplicates();
            assertThat(question.after())
                    .describedAs("one wrong answer must not take others with it")
                    .hasSizeBetween(0, 9);
            assertThat(question.after().size()).isNotEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("checkFiles")
    void theWorksheetBeginsWithTheScenarioOfItsCheckFile(Path checkFile) throws IOException {
        Matcher up = Pattern.compile("\\./labw up(?: --scenario (\\S+))?\\n")
                .matcher(Files.readString(worksheetOf(checkFile)));

        assertThat(up.find()).isTrue();
        assertThat(CheckFile.read(checkFile, CODEWORDS).scenario())
                .isEqualTo(Optional.ofNullable(up.group(1)).orElse("plain"));
    }

    @ParameterizedTest
    @MethodSource("labs")
    void rightAnswersScoreEverything(Played lab) {
        AnswerKey key = AnswerKey.of(lab.check(), lab.evidence());
        assertThat(key.missing()).isEmpty();
        Report report = lab.checked(key.right());
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.verdict())
                        .describedAs("%s", result)
                        .isInstanceOfAny(Right.class, Verdict.NotInThisLab.class));
        assertThat(report.percent()).isEqualTo(100);
        assertThat(report.allRight()).isTrue();
        assertThat(report.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void blankAnswersScoreNothing(Played lab) {
        Report report = lab.checked(Map.of());
        assertThat(report.results())
                .allSatisfy(result ->
                        assertThat(result.verdict()).isInstanceOfAny(NotAnswered.class, Verdict.NotInThisLab.class));
        assertThat(report.points()).isZero();
        assertThat(report.of()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void eachAnswerChangedAloneLosesExactlyItsPoints(Played lab) {
        AnswerKey key = AnswerKey.of(lab.check(), lab.evidence());
        for (BlankId id : key.right().keySet()) {
            Report report = lab.checked(key.withFalsified(id));
            Result changed = result(report, id);
            assertThat(changed.verdict()).describedAs("%s", changed).isInstanceOf(Wrong.class);
            assertThat(report.points()).isEqualTo(report.of() - changed.of());
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void noVerdictOnAWrongAnswerGivesTheRightOneAway(Played lab) {
        AnswerKey key = AnswerKey.of(lab.check(), lab.evidence());
        Report report = lab.checked(key.falsified());
        assertThat(report.points()).isZero();
        for (Result result : report.results()) {
            if (!(result.verdict() instanceof Wrong wrong)) {
                assertThat(result.verdict())
                        .describedAs("%s", result)
                        .isInstanceOfAny(Verdict.Waits.class, Verdict.NotInThisLab.class);
                continue;
            }
            String right = words(Objects.requireNonNull(key.right().get(result.id())));
            if (right.strip().length() > 1) {
                assertThat(words(wrong.means() + " " + result.filter()))
                        .describedAs("%s", result)
                        .doesNotContain(right);
            }
            assertThat(wrong.frames())
                    .allSatisfy(frame -> assertThat(result.typed()).contains("" + frame));
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theAnswersOfSomebodyElseScoreLittle(Played lab) {
        int number = lab.check().number();
        Map<String, String> words =
                RealLab.has(number) ? RealLab.of(number, "zoe").codewords() : SOMEBODY_ELSES;
        CheckFile theirs = CheckFile.read(lab.checkFile(), words);
        Evidence theirLab = RealLab.has(number)
                ? RealLab.of(number, "zoe").evidence()
                : Deeds.done(number, PlayedLab.inContainers("bob", "alice"), castOf(theirs, words), words);
        Report report = lab.checked(AnswerKey.of(theirs, theirLab).right());
        assertThat(report.percent()).describedAs("%s", report.results()).isLessThan(20);
        String whisper = Objects.requireNonNull(words.get("whisper"));
        if (number != 6) { // there no codeword is asked for: nobody can read one
            assertThat(report.foreign()).contains(whisper);
            assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains(whisper));
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void nothingScoresWhereTheConversationIsMissing(Played lab) {
        Evidence silent = PlayedLab.inContainers();
        Map<BlankId, String> answers = AnswerKey.of(lab.check(), lab.evidence()).right();
        Report report = new Checker(lab.check(), silent)
                .check(AnswerSheet.parse(FilledIn.markdown(lab.sheet().text(), answers)));
        assertThat(report.points()).isZero();
        assertThat(report.lacksEvidence()).isTrue();
        assertThat(report.results())
                .allSatisfy(result -> assertThat(result.verdict())
                        .describedAs("%s", result)
                        .isInstanceOfAny(Verdict.CannotCheck.class, Verdict.NotInThisLab.class, NotAnswered.class));
    }

    @ParameterizedTest
    @MethodSource("checkFiles")
    void noAnswerStandsInTheWorksheet(Path checkFile) throws IOException {
        CheckFile check = CheckFile.read(checkFile, codewords(numberOf(checkFile)));
        String sheet = Files.readString(worksheetOf(checkFile)).toLowerCase(Locale.ROOT);
        Evidence lab = evidence(check);
        AnswerKey.of(check, lab).right().forEach((id, answer) -> {
            String plain = answer.replaceAll("[\"\\[\\]]", "").toLowerCase(Locale.ROOT);
            if (plain.length() > 3) {
                assertThat(sheet).describedAs("%s", id).doesNotContain(plain);
            }
        });
    }

    /// Only letters, digits and dashes, each word between spaces.
    private static String words(String text) {
        return " " + text.replaceAll("[^A-Za-z0-9-]+", " ").strip() + " ";
    }

    private static Result result(Report report, BlankId id) {
        return report.results().stream()
                .filter(result -> result.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
