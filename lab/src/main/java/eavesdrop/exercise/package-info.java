/// The exercises of the ladder: what a student is to write, and what the tests say about it.
///
/// Owns the manifests (`exercises/labN.yml`), the compiling of students' classes, the running of the tests of
/// one part, and the words for what came out. A student's class may do anything, so the tests of a part run in
/// a JVM of their own, with a limit on time, memory and output. It is a guard against accidents, no prison: the
/// class has the rights of the person who runs it.
///
/// May use `worksheet`.
@NullMarked
package eavesdrop.exercise;

import org.jspecify.annotations.NullMarked;
