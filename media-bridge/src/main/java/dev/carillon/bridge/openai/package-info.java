/// OpenAI Realtime in its GA shape, speech to speech over one WebSocket, mu-law both ways. The only
/// package that knows its events.
@NullMarked
package dev.carillon.bridge.openai;

import org.jspecify.annotations.NullMarked;
