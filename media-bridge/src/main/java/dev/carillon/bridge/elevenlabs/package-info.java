/// ElevenLabs: streamed text to speech.
@NullMarked
package dev.carillon.bridge.elevenlabs;

import org.jspecify.annotations.NullMarked;
