package eavesdrop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OldClassesTest {
    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void copyTheLibrary() throws Exception {
        Path original = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        library = Files.copy(original, folder.resolve("library.jar"));
    }

    @Test
    void everyClassGetsTodaysFormAndPassesTheVerifier() throws Exception {
        assertThat(oldClasses()).isPositive();
        int entries = entries();
        OldClasses.main(new String[] {folder.toString()});
        assertThat(oldClasses()).isZero();
        assertThat(entries()).isEqualTo(entries);
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {library.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
                JarFile jar = new JarFile(library.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith("picocli/CommandLine") && isClass(entry)) {
                    Class.forName(name(entry), true, loader);
                }
            }
        }
    }

    @Test
    void whatHasTodaysFormStaysAsItIs() throws Exception {
        OldClasses.renew(library);
        byte[] once = Files.readAllBytes(library);
        OldClasses.renew(library);
        assertThat(Files.readAllBytes(library)).isEqualTo(once);
        assertThat(folder.toFile().list()).containsExactly("library.jar");
    }

    private long oldClasses() throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            return Collections.list(jar.entries()).stream()
                    .filter(OldClassesTest::isClass)
                    .filter(entry -> majorVersion(jar, entry) < 50)
                    .count();
        }
    }

    private int entries() throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            return jar.size();
        }
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class");
    }

    private static String name(JarEntry entry) {
        return entry.getName().replace(".class", "").replace('/', '.');
    }

    private static int majorVersion(JarFile jar, JarEntry entry) {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readNBytes(8)[7];
        } catch (IOException damaged) {
            throw new AssertionError(damaged);
        }
    }
}
