/// The telephone carrier's books: calls, messages and recordings, from the queue to the last
/// callback. Its REST shapes are in rest, the wire of live audio in media.
@NullMarked
package dev.carillon.sandbox.carrier;

import org.jspecify.annotations.NullMarked;
