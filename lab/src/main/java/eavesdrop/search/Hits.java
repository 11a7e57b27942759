package eavesdrop.search;

/// Takes what a scan has found in a block.
@FunctionalInterface
public interface Hits {
    /// @param start place in the block of the first byte that belongs to the text
    /// @param length bytes of the block that belong to it, more than 0
    void found(How how, int start, int length);
}
