/// The books of calls once they were asked for: what a bridge needs to talk, what the carrier
/// reports, how a call ended, and the sweep for calls that went quiet. Dialling lives elsewhere.
@NullMarked
package dev.carillon.activities.postgres.calls;

import org.jspecify.annotations.NullMarked;
