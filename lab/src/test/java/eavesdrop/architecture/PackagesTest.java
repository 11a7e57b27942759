package eavesdrop.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the table of packages: who may use whom.
class PackagesTest {
    /// Package, then the packages of the kit that it may use. `cli` may use all.
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("chat.protocol", List.of()),
            Map.entry("chat.seam", List.of("chat.protocol")),
            Map.entry("chat.log", List.of("chat.protocol")),
            Map.entry("chat.server", List.of("chat.protocol", "chat.seam", "chat.log")),
            Map.entry("chat.mallory", List.of("chat.protocol", "chat.seam", "chat.log")),
            Map.entry("chat.client", List.of("chat.protocol", "chat.seam")),
            Map.entry("chat.terminal", List.of("chat.client", "chat.protocol")),
            Map.entry("pcap", List.of()),
            Map.entry("tcp", List.of("pcap")),
            Map.entry("search", List.of()),
            Map.entry("evidence", List.of("search", "tcp", "pcap", "chat.protocol")),
            Map.entry("capture", List.of("pcap")),
            Map.entry("worksheet", List.of("evidence", "chat.protocol")),
            Map.entry("classroom", List.of("worksheet", "evidence")),
            Map.entry("exercise", List.of("worksheet")),
            Map.entry("console", List.of()),
            Map.entry(
                    "printing",
                    List.of(
                            "console",
                            "classroom",
                            "worksheet",
                            "exercise",
                            "evidence",
                            "search",
                            "pcap",
                            "chat.protocol")),
            Map.entry(
                    "program",
                    List.of(
                            "console",
                            "capture",
                            "chat.protocol",
                            "chat.seam",
                            "chat.server",
                            "chat.client",
                            "chat.terminal",
                            "chat.mallory")),
            Map.entry(
                    "topology",
                    List.of(
                            "chat.protocol",
                            "chat.seam",
                            "chat.server",
                            "chat.client",
                            "chat.mallory",
                            "chat.terminal",
                            "capture")));

    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime");
    private static final Path SOURCES = Path.of("src/main/java/eavesdrop");
    private static final Pattern NAMED = Pattern.compile("\\beavesdrop\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");
    private static final Pattern MAY_USE_SENTENCE = Pattern.compile("May use .*?(?:;|\\.(?=\\s))");
    private static final Pattern QUOTED = Pattern.compile("`([a-z.]+)`");

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("eavesdrop");

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyWhatTheDesignAllows(String name) {
        DescribedPredicate<JavaClass> allowed = DescribedPredicate.not(resideInAPackage("eavesdrop.."))
                .or(resideInAPackage("eavesdrop"))
                .or(resideInAPackage("eavesdrop." + name));
        for (String other : MAY_USE.getOrDefault(name, List.of())) {
            allowed = allowed.or(resideInAPackage("eavesdrop." + other));
        }
        classes()
                .that()
                .resideInAPackage("eavesdrop." + name)
                .should(onlyDependOnClassesThat(allowed))
                .check(KIT);
    }

    /// The compiler copies a constant of another package into the class that uses it, so the class no longer tells.
    @ParameterizedTest
    @MethodSource("packages")
    void namesInItsSourceOnlyWhatTheDesignAllows(String name) throws IOException {
        Set<String> allowed = new TreeSet<>(MAY_USE.getOrDefault(name, List.of()));
        allowed.add(name);
        for (Path file : sources(name)) {
            assertThat(packagesIn(Files.readString(file)))
                    .as("packages named in %s", file)
                    .isSubsetOf(allowed);
        }
    }

    private static List<Path> sources(String name) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> packagesIn(String source) {
        String code = source.replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "").replaceAll("//.*", "");
        return NAMED.matcher(code)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What a package says of itself (`package-info.java`) is what this table says.
    @ParameterizedTest
    @MethodSource("packages")
    void saysOfItselfWhatItMayUse(String name) throws IOException {
        String said = Files.readString(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java"))
                .replaceAll("\n///", " ");
        Matcher sentence = MAY_USE_SENTENCE.matcher(said);
        List<String> packages = sentence.find()
                ? QUOTED.matcher(sentence.group())
                        .results()
                        .map(one -> one.group(1))
                        .toList()
                : List.of();
        assertThat(packages).containsExactlyInAnyOrderElementsOf(MAY_USE.getOrDefault(name, List.of()));
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = KIT.stream()
                .map(type -> type.getPackageName().replaceFirst("^eavesdrop\\.?", ""))
                .filter(name -> !name.isEmpty() && !name.equals("cli"))
                .collect(Collectors.toSet());
        assertThat(MAY_USE.keySet()).containsAll(found);
    }

    @Test
    void noPackageIsPartOfACycle() {
        slices().matching("eavesdrop.(**)").should().beFreeOfCycles().check(KIT);
    }

    @Test
    void onlyTheEdgePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackages("eavesdrop.cli", "eavesdrop.program", "eavesdrop.console")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(KIT);
    }

    @Test
    void librariesStayAtTheirEdges() {
        only("eavesdrop.chat.terminal", "com.googlecode.lanterna..");
        only("eavesdrop.capture", "org.pcap4j..");
        only("eavesdrop.cli", "picocli..");
        only("eavesdrop.exercise", "org.junit..");
    }

    private static void only(String user, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(KIT);
    }

    /// Of the machine: `System.nanoTime`, `Instant.now()`, `Clock.systemUTC()` and the like. Who is given a `Clock` may
    /// look at it.
    private static DescribedPredicate<JavaMethodCall> readsAClock() {
        return DescribedPredicate.describe("reads a clock", call -> {
            String owner = call.getTargetOwner().getName();
            String method = call.getName();
            boolean ofSystem = owner.equals("java.lang.System") && CLOCKS.contains(method);
            boolean ofTime = owner.startsWith("java.time.")
                    && (method.startsWith("system") || method.equals("now"))
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            return ofSystem || ofTime;
        });
    }

    @Test
    void theCoreTakesTimeAndThreadsFromOutside() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "eavesdrop.chat.protocol",
                        "eavesdrop.pcap",
                        "eavesdrop.tcp",
                        "eavesdrop.search",
                        "eavesdrop.evidence",
                        "eavesdrop.worksheet")
                .should()
                .callMethodWhere(readsAClock())
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class)
                .check(KIT);
    }
}
