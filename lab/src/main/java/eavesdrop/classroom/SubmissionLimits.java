package eavesdrop.classroom;

/// How much a submission may hold. A lab's capture has some hundred kilobytes; a worksheet far less.
final class SubmissionLimits {
    /// Files in one submission.
    static final int FILES = 64;

    /// Bytes of one file, unpacked.
    static final long FILE_BYTES = 32L << 20;

    /// Bytes of all files together, unpacked; also of the zip as it lies on the disk.
    static final long ALL_BYTES = 64L << 20;

    /// How many times larger a file may become when it is unpacked. Captures and logs reach 20; deflate cannot do
    /// more than 1,032, and only with bytes that say nothing.
    static final long RATIO = 200;

    /// Below this size no ratio is suspicious.
    static final long SMALL_BYTES = 1 << 20;

    /// Characters of a file's name with its folders.
    static final int NAME = 200;

    private SubmissionLimits() {}
}
