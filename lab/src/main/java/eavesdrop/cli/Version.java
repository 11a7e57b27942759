package eavesdrop.cli;

import eavesdrop.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the kit, as the jar states it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Eavesdrop " + text()};
    }

    /// The version alone.
    static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }

    /// Tells two builds apart, also of the same version: with the digest of the jar where there is one.
    static String build() {
        try {
            Path jar = Path.of(Version.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(jar)) {
                return text();
            }
            byte[] digest = Sha256.of(Files.readAllBytes(jar));
            return text() + "/" + HexFormat.of().formatHex(digest);
        } catch (URISyntaxException | IOException unreadable) {
            return text();
        }
    }
}
