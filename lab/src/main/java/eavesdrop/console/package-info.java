/// How the kit speaks to a person and to other programs: facts to standard output, notes and problems to standard
/// error, tables, progress bars, colour, and the exit status. The rules for the words on the screen stand at
/// `Console`.
///
/// Knows nothing of the lab. May use no other package of the kit.
@NullMarked
package eavesdrop.console;

import org.jspecify.annotations.NullMarked;
