package eavesdrop.exercise;

import java.nio.file.Path;

/// Why a file does not compile.
///
/// @param line from 1
/// @param column from 1, in `text`; 0 when it is not known
/// @param text the line itself, as it stands there
/// @param message the compiler's words
public record CompileError(Path file, int line, int column, String text, String message) {}
