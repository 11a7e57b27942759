package eavesdrop.classroom;

/// A mark, and what it is about in one sentence or two.
public record Remark(Mark mark, String says) {}
