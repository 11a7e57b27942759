package eavesdrop.evidence;

/// How much was searched, and how much could not be.
final class Searched {
    long bytes;
    long repeated;
    int gaps;
    long missing;
}
