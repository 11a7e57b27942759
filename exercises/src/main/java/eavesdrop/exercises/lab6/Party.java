package eavesdrop.exercises.lab6;

/// Given: one of the two people of a conversation.
///
/// @param name the name in the chat
/// @param blob the public key that was announced under it, as it stood in the line `KEY blob`
record Party(String name, String blob) {}
