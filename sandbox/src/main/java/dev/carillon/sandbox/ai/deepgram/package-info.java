/// The stand-in of Deepgram: streaming recognition and streaming speech, each a WebSocket. What is
/// heard and said is the sandbox's own; only the protocol lives here.
@NullMarked
package dev.carillon.sandbox.ai.deepgram;

import org.jspecify.annotations.NullMarked;
