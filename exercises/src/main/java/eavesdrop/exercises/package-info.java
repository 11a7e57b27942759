/// What students write, one package per lab.
@NullMarked
package eavesdrop.exercises;

import org.jspecify.annotations.NullMarked;
