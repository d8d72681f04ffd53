/// Carillon's own stand-in of the voice AI: the doors of its realtime and text interfaces, of
/// recognition and speech, and the ways in which they fail on purpose. What it thinks and says is
/// in the packages below.
@NullMarked
package dev.carillon.sandbox.ai;

import org.jspecify.annotations.NullMarked;
