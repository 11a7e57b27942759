package eavesdrop.chat.terminal;

import eavesdrop.chat.client.Links;
import java.util.Optional;

/// Who can read along, as far as this client can know it; three lengths for the status bar.
///
/// It claims nothing that it cannot know: that a transport has shaken hands says nothing of who holds the other end.
///
/// @param words for a wide screen
/// @param fewWords for a narrow one
/// @param oneWord for a very narrow one
record Cover(String words, String fewWords, String oneWord) {
    static final Cover NONE = new Cover("anyone on the wire can read along", "anyone on the wire can read", "readable");

    /// What these links promise.
    static Cover of(Links links) {
        if (links.seals()) {
            return new Cover("what is marked 🔒 is for its reader alone", "🔒 is for its reader alone", "🔒");
        }
        Optional<String> transport = links.transportName();
        return transport
                .map(name -> new Cover(
                        "through " + name + "; whoever holds its other end can read",
                        "its other end can read",
                        "through " + name))
                .orElse(NONE);
    }
}
