/// Lab 3, the operator: a server that changes what people say, and nobody notices.
///
/// You write `Forger`. `Plan` says what it forges, and `ForgingServer` puts it into the server.
@NullMarked
package eavesdrop.exercises.lab3;

import org.jspecify.annotations.NullMarked;
