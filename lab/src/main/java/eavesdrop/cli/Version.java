package eavesdrop.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the kit, as the jar states it.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
        return new String[] {"Eavesdrop " + version};
    }
}
