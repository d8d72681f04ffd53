/// Tests on a real database.
@NullMarked
package dev.carillon.activities.postgres.people;

import org.jspecify.annotations.NullMarked;
