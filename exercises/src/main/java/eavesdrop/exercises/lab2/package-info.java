/// Lab 2, the eavesdropper: from the bytes of a packet to the words that somebody said.
@NullMarked
package eavesdrop.exercises.lab2;

import org.jspecify.annotations.NullMarked;
