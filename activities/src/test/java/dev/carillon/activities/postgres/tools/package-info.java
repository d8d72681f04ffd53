/// Tests of the tools of conversations, on a real PostgreSQL.
@NullMarked
package dev.carillon.activities.postgres.tools;

import org.jspecify.annotations.NullMarked;
