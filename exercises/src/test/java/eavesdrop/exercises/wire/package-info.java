/// What the tests of labs 4 and 5 share: a wire with somebody who records it, and the other end of a connection.
@NullMarked
package eavesdrop.exercises.wire;

import org.jspecify.annotations.NullMarked;
