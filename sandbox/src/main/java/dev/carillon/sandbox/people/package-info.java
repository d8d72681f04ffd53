/// The people on the phones: what they say, what they make of what they hear, and who does what on
/// which attempt. Nothing about carriers or sockets.
@NullMarked
package dev.carillon.sandbox.people;

import org.jspecify.annotations.NullMarked;
