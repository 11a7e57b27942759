package eavesdrop.evidence;

import java.util.OptionalInt;

/// A chat line, and what it is within the conversation.
///
/// @param wire where and how it crossed the wire
/// @param client the name of the person at the client end of its stream; the client's address as long as no
///     name is known
/// @param copyOf for what the server passes on: the frame in which the server was told it
public record ChatLine(WireLine wire, String client, Meaning meaning, OptionalInt copyOf) {}
