package eavesdrop.exercise;

import java.util.List;

/// How the JVM of a part ended.
///
/// @param events what it told
/// @param printed the beginning of what the code printed
/// @param flooded whether it was ended because it printed too much
/// @param inTime whether it ended by itself
/// @param status its exit status
record Ending(List<Event> events, String printed, boolean flooded, boolean inTime, int status) {}
