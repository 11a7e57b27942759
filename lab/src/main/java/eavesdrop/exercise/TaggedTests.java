package eavesdrop.exercise;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.includeTags;

import eavesdrop.exercise.Event.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// The tests of one lab, compiled; runs those of one part in this JVM, one after the other.
///
/// @param classes loads the tests and what they test
/// @param folder where the compiled tests lie
/// @param packageName of the lab
public record TaggedTests(StudentClassLoader classes, Path folder, String packageName) {
    /// Runs the tests of a part, and tells everything that happens.
    public void run(String part, Consumer<Event> tell) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            LauncherFactory.create().execute(request(part), new Narrator(tell));
            tell.accept(Event.of(Kind.DONE, "", ""));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private LauncherDiscoveryRequest request(String part) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(testClasses().stream().map(type -> selectClass(type)).toList())
                .filters(includeTags(part))
                // Tests with an @Order come first, so an exercise can lead from the simple to the difficult.
                .configurationParameter(
                        "junit.jupiter.testmethod.order.default", "org.junit.jupiter.api.MethodOrderer$OrderAnnotation")
                .build();
    }

    private List<Class<?>> testClasses() {
        Path ofPackage = folder.resolve(packageName.replace('.', '/'));
        try (Stream<Path> files = Files.list(ofPackage)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class") && !name.contains("$"))
                    .sorted()
                    .<Class<?>>map(name -> load(packageName + "." + name.replace(".class", "")))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, classes);
        } catch (ClassNotFoundException justCompiled) {
            throw new IllegalStateException(justCompiled);
        }
    }
}
