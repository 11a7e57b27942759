/// Bringing the lab up and down: with Docker compose (the only caller of docker), or locally in one
/// process without Docker.
///
/// Both stand behind one interface, `Topology`. May use `capture` and, of the chat, `chat.protocol`, `chat.seam`,
/// `chat.server`, `chat.client`, `chat.mallory` and `chat.terminal`.
@NullMarked
package eavesdrop.topology;

import org.jspecify.annotations.NullMarked;
