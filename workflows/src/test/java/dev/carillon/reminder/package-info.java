/// Runs of schedules on Temporal's time-skipping server.
@NullMarked
package dev.carillon.reminder;

import org.jspecify.annotations.NullMarked;
