/// Tests of appointments and of the promise that they stand in the calendar.
@NullMarked
package dev.carillon.booking;

import org.jspecify.annotations.NullMarked;
