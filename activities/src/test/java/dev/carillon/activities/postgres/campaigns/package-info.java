/// Tests of the books of campaigns, on a real PostgreSQL.
@NullMarked
package dev.carillon.activities.postgres.campaigns;

import org.jspecify.annotations.NullMarked;
