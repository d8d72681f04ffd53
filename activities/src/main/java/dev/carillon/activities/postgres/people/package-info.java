/// The people a business reaches: contacts with their consents, lists of them, suppressions,
/// appointments.
@NullMarked
package dev.carillon.activities.postgres.people;

import org.jspecify.annotations.NullMarked;
