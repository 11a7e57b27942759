package eavesdrop.cli;

import eavesdrop.exercise.EventFile;
import eavesdrop.exercise.RunLimits;
import eavesdrop.exercise.StudentClassLoader;
import eavesdrop.exercise.StudentCode;
import eavesdrop.exercise.TaggedTests;
import eavesdrop.exercise.TestJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The JVM in which the tests of one part of an exercise run. `labw exercise` starts it; nobody else does.
///
/// Arguments: the file for events, the package of the lab, the part, milliseconds, MiB of memory, bytes that may be
/// printed, threads, the folder of the tests, then the folders of classes, the student's first.
public final class PartMain {
    private PartMain() {}

    public static void main(String[] args) {
        RunLimits limits = new RunLimits(
                Duration.ofMillis(Long.parseLong(args[3])),
                Integer.parseInt(args[4]),
                Long.parseLong(args[5]),
                Integer.parseInt(args[6]));
        List<Path> folders = Stream.of(args).skip(8).map(Path::of).toList();
        TaggedTests tests = new TaggedTests(new StudentClassLoader(folders), Path.of(args[7]), args[1]);
        StudentCode code = new StudentCode(folders.getFirst());
        EventFile events = new EventFile(Path.of(args[0]));
        new TestJvm(tests, code, limits, events, Runtime.getRuntime()::halt).run(args[2]);
    }
}
