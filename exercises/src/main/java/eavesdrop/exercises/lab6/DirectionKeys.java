package eavesdrop.exercises.lab6;

import javax.crypto.SecretKey;

/// Given: the two keys of a conversation. What is `toOther` for one of the two people is `fromOther` for
/// the other one.
///
/// @param toOther closes the letters that this person writes
/// @param fromOther opens the letters that the other one has written
record DirectionKeys(SecretKey toOther, SecretKey fromOther) {}
