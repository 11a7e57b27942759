package eavesdrop.classroom;

import eavesdrop.LabException;
import eavesdrop.evidence.CaptureEvidence;
import eavesdrop.evidence.Evidence;
import eavesdrop.evidence.OperatorLog;
import eavesdrop.evidence.OperatorRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one run of the lab left behind: a capture, and the operator's log that fits it.
///
/// @param log the log of the same run; empty when none of the logs there fits
/// @param mallory her log of the same run; empty when she was not there
record LabRun(Path capture, Optional<Path> log, Optional<Path> mallory, Evidence evidence) {
    private static final String CAPTURE = "dump.*\\.pcap(ng)?";
    private static final String LOG = "operator.*\\.jsonl";
    private static final String MALLORY = "mallory.*\\.jsonl";

    /// Every run in the lab's data folder, the newest first; captures that cannot be read are left out.
    static List<LabRun> find(Path data) {
        List<Path> logs = files(data, LOG);
        List<Path> mallorys = files(data, MALLORY);
        return files(data, CAPTURE).stream()
                .flatMap(capture -> read(capture, logs, mallorys).stream())
                .toList();
    }

    /// A run whose files are known.
    static LabRun of(Path capture, Optional<Path> log, Optional<Path> mallory) {
        return new LabRun(capture, log, mallory, CaptureEvidence.read(capture, log, mallory));
    }

    /// Its scenario, as its log says; logs that were written by hand or before the kit wrote it do not say.
    Optional<String> scenario() {
        return evidence.operator().stream()
                .filter(record -> record.event().equals("started"))
                .map(record -> record.field("scenario"))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static Optional<LabRun> read(Path capture, List<Path> logs, List<Path> mallorys) {
        try {
            if (Files.size(capture) > SubmissionLimits.FILE_BYTES) {
                return Optional.empty();
            }
            Evidence alone = CaptureEvidence.read(capture, Optional.empty());
            Optional<Path> log =
                    logs.stream().filter(candidate -> fits(alone, candidate)).findFirst();
            Optional<Path> mallory = log.flatMap(operator -> mallorys.stream()
                    .filter(candidate -> isOfOneRun(operator, candidate))
                    .findFirst());
            return Optional.of(of(capture, log, mallory));
        } catch (LabException | IOException unusable) {
            return Optional.empty();
        }
    }

    /// What Mallory let go on has reached the operator at that time.
    private static boolean isOfOneRun(Path operator, Path mallory) {
        try {
            List<OperatorRecord> reached = OperatorLog.read(operator).records();
            return OperatorLog.read(mallory).records().stream()
                    .filter(heard ->
                            heard.event().equals("told") || heard.event().equals("said"))
                    .anyMatch(heard -> reached.stream().anyMatch(record -> isTheSame(record, heard)));
        } catch (LabException unusable) {
            return false;
        }
    }

    private static boolean isTheSame(OperatorRecord record, OperatorRecord heard) {
        String passed = heard.field(heard.fields().containsKey("passed") ? "passed" : "text");
        return record.event().equals(heard.event())
                && record.field("from").equals(heard.field("from"))
                && record.field("text").equals(passed)
                && LogFit.isNear(record.time(), heard.time());
    }

    /// Names alone do not tell: a log that was moved aside may belong to the capture that was not.
    private static boolean fits(Evidence capture, Path log) {
        try {
            LogFit fit = LogFit.of(
                    capture.lines(), capture.tls(), OperatorLog.read(log).records());
            return fit.common() > 0 && fit.fits();
        } catch (LabException unusable) {
            return false;
        }
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(LabRun::changed)
                            .thenComparing(Path::getFileName)
                            .reversed())
                    .toList();
        } catch (IOException noSuchFolder) {
            return List.of();
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
