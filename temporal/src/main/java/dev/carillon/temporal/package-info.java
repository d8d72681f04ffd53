/// The client side of Temporal, once: connection, data converter and codec, search attributes,
/// typed clients of our workflows. No workflow or activity code, no Spring.
@NullMarked
package dev.carillon.temporal;

import org.jspecify.annotations.NullMarked;
