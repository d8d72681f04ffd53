/// Tests on a real database.
@NullMarked
package dev.carillon.activities.postgres.imports;

import org.jspecify.annotations.NullMarked;
