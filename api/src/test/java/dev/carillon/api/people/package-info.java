/// The routes about people on a running server.
@NullMarked
package dev.carillon.api.people;

import org.jspecify.annotations.NullMarked;
