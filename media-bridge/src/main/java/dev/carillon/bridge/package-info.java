/// The media bridge as a process: reads the environment, puts the parts together, and ends in
/// order.
@NullMarked
package dev.carillon.bridge;

import org.jspecify.annotations.NullMarked;
