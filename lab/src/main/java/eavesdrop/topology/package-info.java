/// Bringing the lab up and down: with Docker compose (the only caller of docker), or locally in one
/// process without Docker.
///
/// Both stand behind one interface, `Topology`. May use `chat.*` and `capture`.
@NullMarked
package eavesdrop.topology;

import org.jspecify.annotations.NullMarked;
