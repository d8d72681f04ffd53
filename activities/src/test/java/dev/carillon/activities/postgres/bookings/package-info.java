/// Tests of appointments that conversations make.
@NullMarked
package dev.carillon.activities.postgres.bookings;

import org.jspecify.annotations.NullMarked;
