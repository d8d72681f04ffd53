/// Journeys and campaigns against Temporal's time-skipping server, with the books as fakes.
@NullMarked
package dev.carillon.campaign;

import org.jspecify.annotations.NullMarked;
