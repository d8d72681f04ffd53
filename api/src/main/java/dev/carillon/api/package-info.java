/// The application that answers HTTP: starts the server and puts the parts together.
@NullMarked
package dev.carillon.api;

import org.jspecify.annotations.NullMarked;
