/// What other parts of the platform tell the API: the bridges, what is said on their calls.
@NullMarked
package dev.carillon.api.internal;

import org.jspecify.annotations.NullMarked;
