package eavesdrop.classroom;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The names that files get in a submission: a folder and their own name. Each file is in it once,
/// and files of one name from different folders do not take each other's place.
final class EntryNames {
    private final Map<String, Path> files = new TreeMap<>();

    /// The files by their names.
    Map<String, Path> files() {
        return files;
    }

    /// The name of a file, which is taken in; empty for none.
    String add(String folder, Optional<Path> file) {
        return file.map(there -> add(folder, there)).orElse("");
    }

    /// A capture that is packed with gzip is unpacked on its way in, and loses that ending.
    String add(String folder, Path file) {
        String own = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
        Path absolute = file.toAbsolutePath().normalize();
        String name = folder + "/" + own;
        for (int other = 2; !absolute.equals(files.getOrDefault(name, absolute)); other++) {
            name = folder + "/" + other + "-" + own;
        }
        files.put(name, absolute);
        return name;
    }
}
