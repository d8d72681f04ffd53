/// Recordings of calls: both directions as they were heard, kept on disk and handed out as WAV
/// files.
@NullMarked
package dev.carillon.sandbox.carrier.recording;

import org.jspecify.annotations.NullMarked;
