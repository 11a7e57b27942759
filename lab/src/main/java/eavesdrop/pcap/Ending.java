package eavesdrop.pcap;

import java.util.Optional;

/// Why a capture has no further packet (for now).
public sealed interface Ending {
    /// What is wrong with the capture: a clause that tells something of it, such as `ends in the middle of a packet, at
    /// byte 80`. Nothing where all is well.
    default Optional<String> problem() {
        return Optional.empty();
    }

    /// Every byte was read, and the last packet was whole.
    record Complete() implements Ending {}

    /// The file ends within a packet: it was cut, or it is still being written.
    ///
    /// @param position bytes of the capture before that packet
    record Cut(long position) implements Ending {
        @Override
        public Optional<String> problem() {
            return Optional.of("ends in the middle of a packet, at byte " + position);
        }
    }

    /// What comes next is not as the format wants it, so nothing behind it can be found.
    ///
    /// @param position bytes of the capture before the damage
    /// @param why what is wrong there, a clause such as `a packet claims 4294967295 bytes`
    record Damaged(long position, String why) implements Ending {
        @Override
        public Optional<String> problem() {
            return Optional.of("is damaged at byte " + position + " (" + why + ")");
        }
    }
}
