/// What calls cost: what providers count, their published prices, and the sums.
@NullMarked
package dev.carillon.activities.postgres.costs;

import org.jspecify.annotations.NullMarked;
