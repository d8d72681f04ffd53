/// Vehicles: identification numbers as people say them, and what is known of them.
@NullMarked
package dev.carillon.vehicle;

import org.jspecify.annotations.NullMarked;
