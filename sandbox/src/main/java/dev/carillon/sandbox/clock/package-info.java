/// The one thread and the one time of the simulated world. Whatever belongs to a call happens here;
/// whatever blocks happens elsewhere.
@NullMarked
package dev.carillon.sandbox.clock;

import org.jspecify.annotations.NullMarked;
