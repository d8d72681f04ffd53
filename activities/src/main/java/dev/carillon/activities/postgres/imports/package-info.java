/// Lists of people on their way into the database: each import is published as a whole, in one
/// transaction, or leaves nothing behind.
@NullMarked
package dev.carillon.activities.postgres.imports;

import org.jspecify.annotations.NullMarked;
