/// The carrier's end of a media stream: frames on one clock, the play-out buffer, marks and clear.
@NullMarked
package dev.carillon.sandbox.carrier.media;

import org.jspecify.annotations.NullMarked;
