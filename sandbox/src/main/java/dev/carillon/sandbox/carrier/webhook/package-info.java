/// Signed requests from the carrier to its customer, with the carrier's retries. Written apart from
/// the platform's own check, so that both cannot share a mistake.
@NullMarked
package dev.carillon.sandbox.carrier.webhook;

import org.jspecify.annotations.NullMarked;
