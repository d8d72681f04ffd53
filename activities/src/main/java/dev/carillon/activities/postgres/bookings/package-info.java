/// Appointments that conversations make, and how they get into the calendar.
@NullMarked
package dev.carillon.activities.postgres.bookings;

import org.jspecify.annotations.NullMarked;
