package eavesdrop.classroom;

/// One line of a roster.
///
/// @param id as on the ticket
/// @param name for people; empty when the roster has none
/// @param line of the roster file, from 1
public record Student(String id, String name, long line) {}
