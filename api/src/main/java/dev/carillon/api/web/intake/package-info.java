/// Takes request bodies in: their limits, uploads, and requests that are sent again.
@NullMarked
package dev.carillon.api.web.intake;

import org.jspecify.annotations.NullMarked;
