/// Twilio Media Streams on a WebSocket: reads its messages, writes ours, and refuses what breaks
/// the protocol. What is said there is none of its business.
@NullMarked
package dev.carillon.bridge.line;

import org.jspecify.annotations.NullMarked;
