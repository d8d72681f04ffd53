/// Tests of the web console.
@NullMarked
package dev.carillon.api.console;

import org.jspecify.annotations.NullMarked;
