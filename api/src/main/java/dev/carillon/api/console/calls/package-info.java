/// Calls in the console: the list, and one call with what is being said on it.
@NullMarked
package dev.carillon.api.console.calls;

import org.jspecify.annotations.NullMarked;
