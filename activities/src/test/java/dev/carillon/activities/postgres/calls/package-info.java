/// Tests of the books of calls, on a real PostgreSQL.
@NullMarked
package dev.carillon.activities.postgres.calls;

import org.jspecify.annotations.NullMarked;
