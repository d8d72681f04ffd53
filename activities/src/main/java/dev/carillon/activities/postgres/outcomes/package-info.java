/// A journey's one outcome, written once and never changed. Who decides on it lives elsewhere.
@NullMarked
package dev.carillon.activities.postgres.outcomes;

import org.jspecify.annotations.NullMarked;
