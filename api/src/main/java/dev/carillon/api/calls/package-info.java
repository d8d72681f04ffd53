/// Single calls by REST: placing, reading, cancelling, and what is said between the business and a
/// person on all channels.
@NullMarked
package dev.carillon.api.calls;

import org.jspecify.annotations.NullMarked;
