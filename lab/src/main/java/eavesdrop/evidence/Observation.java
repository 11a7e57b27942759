package eavesdrop.evidence;

/// What one observer knows of a text, with the evidence.
///
/// @param content where the observer sees the text itself
/// @param said what the observer knows to have been said in the time asked about, whatever the words were
/// @param looked what was searched for this, and what could not be
public record Observation(Observer observer, Tally<Sighting> content, Tally<Utterance> said, Looked looked) {
    /// What it comes to.
    public enum Sees {
        /// The text itself, in whatever form.
        CONTENT,
        /// That something was said: who, when and how long.
        THAT_SOMETHING_WAS_SAID,
        NOTHING
    }

    public Sees sees() {
        if (!content.isEmpty()) {
            return Sees.CONTENT;
        }
        return said.isEmpty() ? Sees.NOTHING : Sees.THAT_SOMETHING_WAS_SAID;
    }

    /// Whether it is proven that the observer does not see the text: it was not found, there was something to
    /// search, and all of that could be searched.
    public boolean provesAbsence() {
        return content.isEmpty() && looked.bytes() > 0 && looked.lacking().isEmpty();
    }
}
