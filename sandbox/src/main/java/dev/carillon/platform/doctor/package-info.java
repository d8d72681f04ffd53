/// Looks at what a platform relies on and says what is missing, without starting or changing
/// anything.
@NullMarked
package dev.carillon.platform.doctor;

import org.jspecify.annotations.NullMarked;
