/// A class: tickets (each student's own secrets), submissions, grading.
///
/// May use `worksheet`.
@NullMarked
package eavesdrop.classroom;

import org.jspecify.annotations.NullMarked;
