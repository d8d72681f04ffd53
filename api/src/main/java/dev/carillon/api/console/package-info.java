/// The web console, rendered on the server. Its forms do what the REST routes do, by the same code.
@NullMarked
package dev.carillon.api.console;

import org.jspecify.annotations.NullMarked;
