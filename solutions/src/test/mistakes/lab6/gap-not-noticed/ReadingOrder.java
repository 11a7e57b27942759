package eavesdrop.exercises.lab6;

import eavesdrop.chat.seam.Sealer.Opened;

/// Part 6.5: what is read is always the beginning of what was written, with nothing left out, twice, or in
/// another order. And a conversation that ends without a goodbye was cut off.
final class ReadingOrder {
    /// The counter of the letter that comes next.
    private long next;
    /// Whether the other one has said goodbye.
    private boolean over;

    /// Takes the next letter. A letter that is refused changes nothing: the one that was expected before is
    /// expected still.
    ///
    /// @param counter of a letter whose seal is whole
    /// @param content of that letter
    /// @throws BadLetter with the reason `REPEATED` when a letter with this counter was taken before,
    ///     `MISSING` when an
    ///     earlier one has not come yet, `AFTER_GOODBYE` when the other one has said that nothing more will
    ///     come
    void take(long counter, Opened content) throws BadLetter {
        if (counter < next) {
            throw new BadLetter(BadLetter.Reason.REPEATED);
        }
        if (over) {
            throw new BadLetter(BadLetter.Reason.AFTER_GOODBYE);
        }
        next = counter + 1;
        over = content instanceof Opened.Goodbye;
    }
}
