/// ElevenLabs: streamed text to speech, and agents.
@NullMarked
package dev.carillon.bridge.elevenlabs;

import org.jspecify.annotations.NullMarked;
