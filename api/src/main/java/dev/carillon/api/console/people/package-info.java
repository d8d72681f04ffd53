/// People in the console: contacts with everything said to them, lists that are handed in,
/// appointments, and who is not to be called.
@NullMarked
package dev.carillon.api.console.people;

import org.jspecify.annotations.NullMarked;
