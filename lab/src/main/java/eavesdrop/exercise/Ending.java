package eavesdrop.exercise;

import java.util.List;

/// How the JVM of a part ended.
///
/// @param events what it told
/// @param cleared whether the file is gone in which it told it
/// @param printed the beginning of what the code printed
/// @param flooded whether it was ended because it printed too much
/// @param inTime whether it ended by itself
/// @param status its exit status
record Ending(List<Event> events, boolean cleared, String printed, boolean flooded, boolean inTime, int status) {}
