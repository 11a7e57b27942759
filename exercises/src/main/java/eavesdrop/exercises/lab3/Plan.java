package eavesdrop.exercises.lab3;

/// What is to be forged. Given: nothing to write here.
///
/// @param victim whose words are rewritten
/// @param word a word that the victim says
/// @param instead what is put in its place
/// @param reader who reads an invented line
/// @param speaker whose words are invented
/// @param cue what the speaker says, within some line to everyone, before the invented line
/// @param invented the words that the speaker never said
public record Plan(
        String victim, String word, String instead, String reader, String speaker, String cue, String invented) {
    /// What the lab's server forges (`./labw up --scenario forger`).
    public static final Plan OF_THE_LAB =
            new Plan("alice", "Do not believe", "Believe", "alice", "bob", "at the jetty", "It needs a new mast.");
}
