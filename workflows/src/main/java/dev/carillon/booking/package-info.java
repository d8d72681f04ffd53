/// Appointments as an outside calendar holds them. Which of them are ours, and whether a slot is
/// free in our own books, is not decided here.
@NullMarked
package dev.carillon.booking;

import org.jspecify.annotations.NullMarked;
