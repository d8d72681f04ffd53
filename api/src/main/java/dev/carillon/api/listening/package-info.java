/// Listening to calls that are being talked, and speaking through their agent.
@NullMarked
package dev.carillon.api.listening;

import org.jspecify.annotations.NullMarked;
