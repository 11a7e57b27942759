package eavesdrop.pcap;

/// Finds the packets in the bytes of one format of capture files.
sealed interface CaptureFormat permits PcapFormat, PcapngFormat {
    /// The longest packet that is believed, in bytes: Wireshark's limit for common link types is 262,144;
    /// "BIG TCP" packets are larger.
    int LONGEST_PACKET = 16 << 20;

    /// Moves the packet to the next one and the window behind it. Without a next one the window stays
    /// where it is, so that the call can be repeated when more bytes have come.
    boolean next(Window window, Packet packet);

    /// Why the last `next` found nothing.
    Ending ending(Window window);

    /// The comment of the (last) section, or nothing.
    String comment();
}
