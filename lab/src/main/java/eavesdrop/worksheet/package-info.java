/// Questions, a student's answers, what is expected of them, verdicts and reports.
///
/// What is expected is a question put to the evidence, never a typed-in answer, so two students'
/// right answers differ. May use `evidence`, and of `chat.protocol` its numbers. Reads no clock and prints nothing.
@NullMarked
package eavesdrop.worksheet;

import org.jspecify.annotations.NullMarked;
