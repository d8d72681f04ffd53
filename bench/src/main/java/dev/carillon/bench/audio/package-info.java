/// From the answer to the agent's first audio: the media bridge between a carrier and a voice
/// engine that are both scripted, and a raw relay in its place as the baseline.
@NullMarked
package dev.carillon.bench.audio;

import org.jspecify.annotations.NullMarked;
