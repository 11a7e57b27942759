package eavesdrop.evidence;

import java.time.Instant;

/// Something was said: who to whom, when and how long, whatever the words were.
///
/// @param from who said it, as the observer knows them: an endpoint on the wire, or a name
/// @param to to whom; `everyone` where the observer's record names nobody
/// @param time when the observer saw it
/// @param length its bytes, as the observer sees them: on the wire, the payload of a TCP segment
/// @param where where it is recorded, for example `frame 86` or `line 15 of operator.jsonl`
public record Utterance(String from, String to, Instant time, int length, String where) {}
