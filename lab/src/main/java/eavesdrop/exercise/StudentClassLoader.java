package eavesdrop.exercise;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/// Loads the classes of the exercises from the given folders, and all else from where the kit itself is loaded.
///
/// A class of an exercise is never taken from the kit's own class path, even if one of that name is there: so that
/// several versions of it can be tested in one JVM.
public final class StudentClassLoader extends URLClassLoader {
    private static final String EXERCISES = "eavesdrop.exercises.";

    static {
        registerAsParallelCapable();
    }

    /// @param folders of classes and of files that they read; the first that has a class wins
    public StudentClassLoader(List<Path> folders) {
        super(
                folders.stream().map(StudentClassLoader::url).toArray(URL[]::new),
                StudentClassLoader.class.getClassLoader());
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException("a path has a URL", impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(EXERCISES)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
