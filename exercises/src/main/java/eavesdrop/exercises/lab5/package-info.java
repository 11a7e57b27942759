/// Lab 5, in the middle: TLS that looks at the papers of the other side.
@NullMarked
package eavesdrop.exercises.lab5;

import org.jspecify.annotations.NullMarked;
