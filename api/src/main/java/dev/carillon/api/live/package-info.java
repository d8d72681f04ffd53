/// Live events to open pages: one reader of the event log, any number of viewers, each of whom sees
/// its own tenant only.
@NullMarked
package dev.carillon.api.live;

import org.jspecify.annotations.NullMarked;
