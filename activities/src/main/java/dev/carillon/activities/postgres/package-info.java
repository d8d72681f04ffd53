/// PostgreSQL, the ground that the repositories in the packages below stand on: connections,
/// migrations, transactions of a tenant, ids and time. No table of the business is touched here but
/// for the rows that a first start makes.
@NullMarked
package dev.carillon.activities.postgres;

import org.jspecify.annotations.NullMarked;
