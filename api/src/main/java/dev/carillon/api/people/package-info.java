/// Routes about the people a business reaches: contacts, lists of them, suppressions, appointments.
@NullMarked
package dev.carillon.api.people;

import org.jspecify.annotations.NullMarked;
