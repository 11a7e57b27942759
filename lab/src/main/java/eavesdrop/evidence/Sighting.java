package eavesdrop.evidence;

import eavesdrop.search.How;

/// One place where an observer sees the content of a text.
public sealed interface Sighting permits WireSighting, LogSighting {
    /// In what form the text stands there.
    How how();

    /// Where somebody finds it again, for example `frame 86` or `line 15 of operator.jsonl`.
    String where();
}
