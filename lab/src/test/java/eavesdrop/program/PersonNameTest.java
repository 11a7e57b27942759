package eavesdrop.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eavesdrop.LabException;
import eavesdrop.chat.protocol.Name;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Test
    void isTheOneGiven() {
        assertThat(PersonName.choose("MyHipsterUsername", Map.of("USER", "x")))
                .isEqualTo(new Name("MyHipsterUsername"));
    }

    @Test
    void isElseTheOneThatTheSystemKnows() {
        assertThat(PersonName.choose(null, Map.of("USER", "ada", "USERNAME", "x")))
                .isEqualTo(new Name("ada"));
        assertThat(PersonName.choose(null, Map.of("USERNAME", "ada"))).isEqualTo(new Name("ada"));
        assertThat(PersonName.choose(null, Map.of())).isEqualTo(new Name("guest"));
    }

    @Test
    void isMendedWhenTheSystemsNameBreaksTheRule() {
        assertThat(PersonName.choose(null, Map.of("USER", "LAB\\Zoë Müller"))).isEqualTo(new Name("LAB-Zoe-Muller"));
        assertThat(PersonName.choose(null, Map.of("USER", "漢字"))).isEqualTo(new Name("guest"));
        assertThat(PersonName.choose(null, Map.of("USER", "x".repeat(80)))).isEqualTo(new Name("x".repeat(24)));
    }

    @Test
    void isRefusedWhenTheOneGivenBreaksTheRule() {
        assertThatThrownBy(() -> PersonName.choose("Zoë Müller", Map.of()))
                .isInstanceOfSatisfying(LabException.class, problem -> {
                    assertThat(problem.what()).contains("“Zoë Müller” cannot be a name");
                    assertThat(problem.remedy()).contains("Zoe-Muller");
                });
    }
}
