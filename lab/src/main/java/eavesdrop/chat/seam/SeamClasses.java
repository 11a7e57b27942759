package eavesdrop.chat.seam;

import eavesdrop.LabException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes what stands at the seams from the names of its classes, which may be a student's.
///
/// @param loader finds the classes
/// @param keys the folder of the keys, for a constructor that takes it
public record SeamClasses(ClassLoader loader, Path keys) {
    /// @throws LabException (usage) when there is no such class, it is no transport, or it cannot be made; it says why
    public Transport transport(String name) {
        return make(name, Transport.class);
    }

    /// Gives a new sealer for each connection. The first one is made at once, so that a class that cannot be used is
    /// noticed when the client starts.
    ///
    /// @throws LabException (usage) as above
    public Supplier<Sealer> sealer(String name) {
        Sealer first = make(name, Sealer.class);
        return new Supplier<>() {
            private Optional<Sealer> unused = Optional.of(first);

            @Override
            public synchronized Sealer get() {
                Sealer next = unused.orElseGet(() -> make(name, Sealer.class));
                unused = Optional.empty();
                return next;
            }
        };
    }

    private <T> T make(String name, Class<T> seam) {
        try {
            Class<?> found = Class.forName(name, true, loader);
            if (!seam.isAssignableFrom(found)) {
                throw LabException.usage(
                        "The class " + name + " is no " + seam.getSimpleName() + ".",
                        "Let it say: implements " + seam.getSimpleName());
            }
            return seam.cast(make(found));
        } catch (ClassNotFoundException _) {
            throw LabException.usage(
                    "There is no class " + name + " on the class path.",
                    "Check its name and package; './labw up --scenario NAME' compiles and finds it.");
        } catch (NoSuchMethodException absent) {
            throw LabException.usage(
                    "The class " + name + " cannot be made.",
                    "Give it a public constructor that takes the folder of the keys (Path), or nothing.");
        } catch (InvocationTargetException failed) {
            throw unusable(name, failed.getTargetException());
        } catch (ReflectiveOperationException | LinkageError failed) {
            throw unusable(name, failed);
        }
    }

    private Object make(Class<?> type) throws ReflectiveOperationException {
        Constructor<?>[] constructors = type.getConstructors();
        for (Constructor<?> constructor : constructors) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Path.class) {
                return constructor.newInstance(keys);
            }
        }
        return type.getConstructor().newInstance();
    }

    private static LabException unusable(String name, Throwable failed) {
        return LabException.usage(
                "The class " + name + " cannot be used: " + Failure.inWords(failed) + ".",
                "Mend it; './labw exercise N' runs its tests.");
    }
}
