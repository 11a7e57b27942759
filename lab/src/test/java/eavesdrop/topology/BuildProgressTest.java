package eavesdrop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
    @Test
    void tellsOfTheStepsThatTakeWorkAndOfNoOther() {
        List<String> told = new ArrayList<>();
        BuildProgress progress = new BuildProgress(told::add);

        """
        #1 [chat_wire internal] load build definition from Dockerfile
        #1 DONE 0.1s

        #6 [chat_wire wire 2/3] RUN apt-get install tcpdump
        #6 CACHED

        #18 [chat_server build 6/7] COPY lab/src/main lab/src/main
        #18 DONE 0.4s

        #19 [chat_server build 7/7] RUN mvn package
        #19 9.118 WARNING: so it goes
        #19 DONE 95.7s
        """.lines().forEach(progress::hear);

        assertThat(told)
                .containsExactly(
                        "  chat_server build 6/7  COPY lab/src/main lab/src/main",
                        "  chat_server build 7/7  RUN mvn package");
    }
}
