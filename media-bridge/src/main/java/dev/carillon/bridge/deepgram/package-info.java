/// Deepgram: streaming recognition (`/v1/listen`, Flux at `/v2/listen`) and streaming speech
/// (`/v1/speak`).
@NullMarked
package dev.carillon.bridge.deepgram;

import org.jspecify.annotations.NullMarked;
