/// Tests of the database's ground, and the real PostgreSQL that other tests stand on.
@NullMarked
package dev.carillon.activities.postgres;

import org.jspecify.annotations.NullMarked;
