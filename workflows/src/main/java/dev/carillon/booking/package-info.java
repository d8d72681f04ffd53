/// Appointments that people make: which times are free, the outside calendar that holds them too,
/// and the promise that what was booked stands there.
@NullMarked
package dev.carillon.booking;

import org.jspecify.annotations.NullMarked;
