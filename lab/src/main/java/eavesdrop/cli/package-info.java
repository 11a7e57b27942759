/// The commands of `./labw`: the only place that prints to standard output, reads arguments and
/// exits. `Console` decides how the kit speaks; `ExitStatus` what a command's end means.
///
/// `NameCommand` is `./labw name`; `NameMain` is a program of its own, in a container or beside a command. `Main` finds
/// the command that was called.
@NullMarked
package eavesdrop.cli;

import org.jspecify.annotations.NullMarked;
