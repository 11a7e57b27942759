/// The commands of `./labw`: `NameCommand` is `./labw name`, and `Main` finds the one that was called. A command
/// reads its arguments, has the other packages do the work, and says with `console` and `printing` what came of it.
///
/// `NameMain` is a program of its own, beside a command.
@NullMarked
package eavesdrop.cli;

import org.jspecify.annotations.NullMarked;
