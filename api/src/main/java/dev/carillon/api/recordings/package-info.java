/// Recordings of calls: where they are, who may hear them, and what their sound looks like.
@NullMarked
package dev.carillon.api.recordings;

import org.jspecify.annotations.NullMarked;
