/// Lab 4, TLS: the same chat, with sealed wires.
@NullMarked
package eavesdrop.exercises.lab4;

import org.jspecify.annotations.NullMarked;
