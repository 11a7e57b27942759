package eavesdrop.worksheet;

import java.util.List;
import java.util.Map;

/// What a student does by hand in a lab, beside letting its cast talk.
final class Deeds {
    private Deeds() {}

    /// The lines that worksheet 3 tells a student to type into nc, without HELLO and BYE.
    static List<String> forged(Map<String, String> codewords) {
        return List.of("I am back. The word is " + codewords.get("whisper"));
    }

    /// A lab in which the cast has talked and the student has done what the worksheet says.
    static PlayedLab done(int number, PlayedLab lab, Cast cast, Map<String, String> codewords) {
        lab.play(cast);
        return number == 3 ? lab.visit("alice", forged(codewords)) : lab;
    }
}
