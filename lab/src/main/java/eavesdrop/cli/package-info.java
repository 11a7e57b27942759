/// The commands of `./labw`: the only place that prints to standard output, reads arguments and
/// exits. `Words` decides how the kit speaks; `ExitStatus` what a command's end means.
@NullMarked
package eavesdrop.cli;

import org.jspecify.annotations.NullMarked;
