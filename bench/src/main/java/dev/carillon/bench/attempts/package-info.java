/// Attempts finished per second: Carillon's journeys and calls, and a bare pair of workflows that
/// only runs the same activities, takes the same signals and starts the same child.
@NullMarked
package dev.carillon.bench.attempts;

import org.jspecify.annotations.NullMarked;
