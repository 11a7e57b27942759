/// Eavesdrop, a teaching lab kit: two halves that meet only in the lines on the wire, the **chat**
/// (what is observed) and the **observatory** (what observes).
///
/// Data flows one way: bytes, packets, segments, streams, lines, evidence, verdicts. Each package
/// does one of these steps and knows only the ones before it.
@NullMarked
package eavesdrop;

import org.jspecify.annotations.NullMarked;
