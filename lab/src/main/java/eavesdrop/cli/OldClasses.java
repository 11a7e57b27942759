package eavesdrop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Brings the classes of old libraries into today's form, without a change of what they do.
///
/// Classes of Java 5 and older have no stack maps (JVMS, section 4.10): the JVM verifies them slowly, at each
/// start, and keeps none of them in its AOT cache. picocli is made so, and every command of the kit begins with
/// it: this saves a fifth of a command's start. `labw` runs it after a build, on the build's own copies; nobody
/// else does.
final class OldClasses {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;
    private static final int TODAY = ClassFile.JAVA_8_VERSION;
    private static final int MAJOR_VERSION = 7;

    private OldClasses() {}

    /// @param arguments a folder with libraries
    public static void main(String[] arguments) throws IOException {
        for (Path library : libraries(Path.of(arguments[0]))) {
            renew(library);
        }
    }

    private static List<Path> libraries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /// Replaces the library, in one step, where it has old classes.
    static void renew(Path library) throws IOException {
        Path renewed = library.resolveSibling(library.getFileName() + ".renewed");
        try (JarFile jar = new JarFile(library.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {library.toUri().toURL()})) {
            if (Collections.list(jar.entries()).stream().noneMatch(entry -> isOld(jar, entry))) {
                return;
            }
            write(jar, renewer(classes), renewed);
        }
        Files.move(renewed, library, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ClassFile renewer(ClassLoader classes) {
        return ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ConstantPoolSharingOption.NEW_POOL,
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
    }

    private static void write(JarFile jar, ClassFile renewer, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream copy = new JarOutputStream(out)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                copy.putNextEntry(new JarEntry(entry.getName()));
                byte[] bytes = read(jar, entry);
                copy.write(isOld(entry, bytes) ? renew(renewer, bytes) : bytes);
                copy.closeEntry();
            }
        }
    }

    /// The methods are taken apart and put together again, by which they get their stack maps.
    private static byte[] renew(ClassFile renewer, byte[] bytes) {
        ClassTransform methods = ClassTransform.transformingMethodBodies((code, element) -> code.with(element));
        return renewer.transformClass(
                renewer.parse(bytes), methods.andThen(ClassTransform.endHandler(type -> type.withVersion(TODAY, 0))));
    }

    private static boolean isOld(JarFile jar, JarEntry entry) {
        try {
            return isOld(entry, read(jar, entry));
        } catch (IOException damaged) {
            return false;
        }
    }

    private static boolean isOld(JarEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class")
                && bytes.length > MAJOR_VERSION
                && bytes[MAJOR_VERSION] < FIRST_WITH_STACK_MAPS;
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
