package eavesdrop.evidence;

import eavesdrop.LabException;
import java.nio.file.Path;

/// Somebody who sees a part of what happens in the lab, and the file that shows which part.
///
/// The logs and the transcript have one form, that of `OperatorLog`. What a student's own program writes may have
/// another: then each line is searched as it is, and nothing is known of who spoke and when.
public sealed interface Observer {
    /// As a person calls the observer.
    String name();

    /// The file that holds what the observer sees.
    Path file();

    /// Puts a question to the observer. "Sees nothing" is a claim: `Observation.looked` says what it rests on.
    ///
    /// @throws LabException (file) when the file is missing or cannot be used: then nothing is known
    default Observation look(TextQuery question) {
        return switch (this) {
            case Eve eve -> WireObservation.of(eve, question);
            case Operator _, Client _, Mallory _ -> LogObservation.of(this, question);
        };
    }

    /// Anyone on the wire. Knows people by their addresses.
    ///
    /// @param file a capture
    record Eve(Path file) implements Observer {
        @Override
        public String name() {
            return "Eve";
        }
    }

    /// Whoever runs the server.
    ///
    /// @param file `operator.jsonl`
    record Operator(Path file) implements Observer {
        @Override
        public String name() {
            return "the operator";
        }
    }

    /// Somebody who takes part: what their own client showed them.
    ///
    /// @param file the client's transcript
    record Client(String name, Path file) implements Observer {}

    /// Who sits between client and server, and is taken for the server.
    ///
    /// @param file `mallory.jsonl`
    record Mallory(Path file) implements Observer {
        @Override
        public String name() {
            return "Mallory";
        }
    }
}
