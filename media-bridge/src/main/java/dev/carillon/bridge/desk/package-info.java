/// What the bridge asks of a call's workflow: the port, and the one adapter that reaches it through
/// Temporal.
@NullMarked
package dev.carillon.bridge.desk;

import org.jspecify.annotations.NullMarked;
