package eavesdrop.program;

import eavesdrop.chat.client.Links;
import eavesdrop.chat.seam.SeamClasses;
import eavesdrop.chat.seam.Transport;
import java.nio.file.Path;
import java.util.Optional;

/// Makes the transport and the sealer that a person names by their classes, most of them a student's own. Whatever
/// such a class does wrong becomes a sentence.
///
/// @param transport the name of a class, if not plain TCP
/// @param sealer the name of a class, if text is sealed
/// @param keys the folder of keys, which a transport may ask for
/// @param loader finds the classes
public record StudentClasses(Optional<String> transport, Optional<String> sealer, Path keys, ClassLoader loader) {
    static final StudentClasses NONE = new StudentClasses(Optional.empty(), Optional.empty(), Path.of("/keys"));

    /// Classes of the class path.
    public StudentClasses(Optional<String> transport, Optional<String> sealer, Path keys) {
        this(transport, sealer, keys, StudentClasses.class.getClassLoader());
    }

    /// @throws LabException if the class is not there, is none, or fails when it is made
    public Transport makeTransport() {
        return transport.map(seams()::transport).orElse(Transport.PLAIN);
    }

    /// @throws LabException as above; the sealer is made once here, so that a person hears it before the chat
    public Links links() {
        return Links.of(seams(), transport, sealer);
    }

    private SeamClasses seams() {
        return new SeamClasses(loader, keys);
    }

    public StudentClasses withTransport(String name) {
        return new StudentClasses(Optional.of(name), sealer, keys, loader);
    }

    public StudentClasses withSealer(String name) {
        return new StudentClasses(transport, Optional.of(name), keys, loader);
    }

    public StudentClasses withKeys(Path folder) {
        return new StudentClasses(transport, sealer, folder, loader);
    }
}
