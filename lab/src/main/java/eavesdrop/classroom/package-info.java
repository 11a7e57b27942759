/// A class: tickets (each student's own secrets), submissions, grading.
///
/// What a stranger hands in is hostile until read: sizes, counts and names are bounded, nothing is unpacked outside
/// of its own folder, and trouble with one submission stops no other. May use `worksheet` and `evidence`.
@NullMarked
package eavesdrop.classroom;

import org.jspecify.annotations.NullMarked;
