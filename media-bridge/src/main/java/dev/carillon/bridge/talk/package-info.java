/// One live call: what is said, heard, interrupted, asked for and when it ends. Knows neither the
/// carrier's nor an engine's protocol, and touches nothing but its own event loop.
@NullMarked
package dev.carillon.bridge.talk;

import org.jspecify.annotations.NullMarked;
