package eavesdrop.classroom;

/// A submission that cannot be checked. Never leaves this package: it becomes a remark about this one submission.
final class Refused extends RuntimeException {
    private final Mark mark;

    /// @param says what is wrong, as a sentence
    Refused(Mark mark, String says) {
        super(says, null, false, false);
        this.mark = mark;
    }

    Remark remark() {
        return new Remark(mark, String.valueOf(getMessage()));
    }
}
