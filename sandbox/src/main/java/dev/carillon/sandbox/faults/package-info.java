/// What goes wrong on purpose, chosen by seed and circumstance and never by time.
@NullMarked
package dev.carillon.sandbox.faults;

import org.jspecify.annotations.NullMarked;
