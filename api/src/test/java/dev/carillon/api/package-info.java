/// Tests of the application as a whole.
@NullMarked
package dev.carillon.api;

import org.jspecify.annotations.NullMarked;
