/// Lab 6, end to end: letters that only the two people can read who write them to each other.
///
/// `SealedLetters` is what the chat client loads. The other classes are its parts.
@NullMarked
package eavesdrop.exercises.lab6;

import org.jspecify.annotations.NullMarked;
