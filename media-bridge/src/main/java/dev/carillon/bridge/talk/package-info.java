/// What is said and heard in one live call: turns, interruptions, tools, voicemail, goodbye. Knows
/// neither the carrier's nor an engine's protocol, and touches nothing but its own event loop.
@NullMarked
package dev.carillon.bridge.talk;

import org.jspecify.annotations.NullMarked;
