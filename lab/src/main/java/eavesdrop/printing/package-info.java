/// What the commands print: a `Printer` or a `Table` for people, a `Json` for programs. Each takes what was found
/// and says it; nothing is looked for here. `Mask` blackens what a student has still to find.
///
/// May use `console`, `classroom`, `worksheet`, `exercise`, `evidence`, `search`, `pcap` and `chat.protocol`.
@NullMarked
package eavesdrop.printing;

import org.jspecify.annotations.NullMarked;
