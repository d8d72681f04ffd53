/// The world's diary: what was asked of the simulators and what they did. Personal data may stand
/// here, and nowhere in a log.
@NullMarked
package dev.carillon.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
