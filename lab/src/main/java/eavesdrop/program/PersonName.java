package eavesdrop.program;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Limits;
import eavesdrop.chat.protocol.Name;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which name a person has in the chat.
public final class PersonName {
    private static final String GUEST = "guest";

    private PersonName() {}

    /// The name given; else the one that the system knows the person by (`USER`, `USERNAME`), mended if the chat's
    /// rule forbids it; else `guest`.
    ///
    /// @throws LabException if the name given breaks the rule: the person should choose another, not be given one
    public static Name choose(@Nullable String given, Map<String, String> environment) {
        if (given != null) {
            return Name.parse(given).orElseThrow(() -> refusal(given));
        }
        return Optional.ofNullable(environment.get("USER"))
                .or(() -> Optional.ofNullable(environment.get("USERNAME")))
                .flatMap(PersonName::mend)
                .orElse(new Name(GUEST));
    }

    private static LabException refusal(String given) {
        return LabException.usage(
                "“" + given + "” cannot be a name: a name has 1 to " + Limits.NAME_CHARACTERS
                        + " letters from A to Z, digits, _ or -.",
                "Take another, for example " + mend(given).orElse(new Name(GUEST)) + ".");
    }

    /// The nearest name that the rule allows; nothing if no letter is left. `Zoë Müller` becomes `Zoe-Muller`.
    static Optional<Name> mend(String text) {
        String withoutAccents = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String allowed = withoutAccents.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        return Name.parse(allowed.substring(0, Math.min(allowed.length(), Limits.NAME_CHARACTERS)));
    }
}
