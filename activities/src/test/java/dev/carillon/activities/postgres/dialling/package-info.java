/// Tests of the way from the queue to the carrier, on a real PostgreSQL.
@NullMarked
package dev.carillon.activities.postgres.dialling;

import org.jspecify.annotations.NullMarked;
