/// Calls against Temporal's time-skipping server, with the books and the carrier as fakes.
@NullMarked
package dev.carillon.call;

import org.jspecify.annotations.NullMarked;
