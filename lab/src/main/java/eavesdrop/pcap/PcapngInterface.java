package eavesdrop.pcap;

/// An interface of a pcapng section: what its packets are and how its clock ticks.
///
/// @param linkTypeCode the link type's number
/// @param snapLength bytes of each packet that were kept at most
/// @param ticksPerSecond how many units of a time stamp make one second (`if_tsresol`), at least 1; 0 stands
///     for 2^63 and more
/// @param offsetSeconds to be added to each time stamp (`if_tsoffset`)
record PcapngInterface(LinkType linkType, int linkTypeCode, long snapLength, long ticksPerSecond, long offsetSeconds) {
    private static final long MICROSECONDS = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Reads an Interface Description Block (section 4.2).
    static PcapngInterface of(PcapngBlock block) {
        int resolution = block.option(8, CaptureMarks.OPTION_TIME_RESOLUTION, 1);
        int offset = block.option(8, CaptureMarks.OPTION_TIME_OFFSET, 8);
        long snapLength = block.unsignedInt(4);
        return new PcapngInterface(
                LinkType.of(block.unsignedShort(0)),
                block.unsignedShort(0),
                snapLength == 0 ? Long.MAX_VALUE : snapLength,
                resolution < 0 ? MICROSECONDS : ticksPerSecond(block.unsignedByte(resolution)),
                offset < 0 ? 0 : block.signedLong(offset));
    }

    /// The highest bit tells whether the other seven are an exponent of 2 or of 10.
    private static long ticksPerSecond(int resolution) {
        int exponent = resolution & 0x7F;
        if ((resolution & 0x80) != 0) {
            return exponent < 63 ? 1L << exponent : 0;
        }
        long ticks = 1;
        for (int i = 0; i < exponent && ticks != 0; i++) {
            ticks = ticks > Long.MAX_VALUE / 10 ? 0 : ticks * 10;
        }
        return ticks;
    }

    /// Nanoseconds since 1970 for a time stamp; the largest time that fits for one that lies far away.
    long nanos(long ticks) {
        if (ticksPerSecond == 0) {
            return 0;
        }
        long seconds = Long.divideUnsigned(ticks, ticksPerSecond);
        long rest = Long.remainderUnsigned(ticks, ticksPerSecond);
        long nanos = (long) ((double) rest / ticksPerSecond * NANOS_PER_SECOND);
        if (NANOS_PER_SECOND % ticksPerSecond == 0) {
            nanos = rest * (NANOS_PER_SECOND / ticksPerSecond);
        }
        long farthest = Long.MAX_VALUE / NANOS_PER_SECOND - 1;
        long moved = Math.clamp(seconds, 0, farthest) + Math.clamp(offsetSeconds, -farthest, farthest);
        return Math.clamp(moved, -farthest, farthest) * NANOS_PER_SECOND + nanos;
    }
}
