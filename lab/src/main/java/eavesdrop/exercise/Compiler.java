package eavesdrop.exercise;

import eavesdrop.LabException;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The compiler of this JDK. Warnings keep nobody from running the tests, so none are given.
///
/// @param classPath the kit and the libraries of the tests
public record Compiler(List<Path> classPath) {
    /// Compiles files, and what they use from the source path.
    ///
    /// @param out a folder that is there, for the classes
    /// @param compiled where classes compiled before lie
    /// @return what is wrong; empty when all compiled
    /// @throws LabException when this Java has no compiler
    public List<CompileError> compile(List<Path> files, List<Path> sourcePath, List<Path> compiled, Path out) {
        JavaCompiler compiler = compiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            new StringWriter(),
                            manager,
                            said,
                            options(sourcePath, compiled, out),
                            List.of(),
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
        } catch (IOException unclosed) {
            throw LabException.machine(
                    "The compiler could not write its classes: " + unclosed.getMessage(), LabException.MAY_WRITE);
        }
        return said.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Compiler::error)
                .toList();
    }

    private List<String> options(List<Path> sourcePath, List<Path> compiled, Path out) {
        return List.of(
                "-g",
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-Xprefer:source",
                "-implicit:class",
                "-Xmaxerrs",
                "20",
                "-d",
                out.toString(),
                "-sourcepath",
                path(sourcePath),
                "-classpath",
                path(Stream.concat(compiled.stream(), classPath.stream()).toList()));
    }

    private static JavaCompiler compiler() {
        @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw LabException.machine(
                    "This Java has no compiler, so exercises cannot be run.",
                    "Install a JDK 25 (./labw doctor says how), not only its runtime.");
        }
        return compiler;
    }

    private static String path(List<Path> parts) {
        return parts.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static CompileError error(Diagnostic<? extends JavaFileObject> diagnostic) {
        @Nullable JavaFileObject source = diagnostic.getSource();
        Path file = source == null ? Path.of("?") : Path.of(source.toUri());
        int line = (int) Math.max(0, diagnostic.getLineNumber());
        return new CompileError(
                file,
                line,
                (int) Math.max(0, diagnostic.getColumnNumber()),
                source == null ? "" : line(file, line),
                diagnostic.getMessage(Locale.ENGLISH));
    }

    private static String line(Path file, int number) {
        try {
            List<String> lines = Files.readAllLines(file);
            return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
        } catch (IOException notText) {
            return "";
        }
    }
}
