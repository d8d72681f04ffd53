/// Tests of the console's words.
@NullMarked
package dev.carillon.api.console.words;

import org.jspecify.annotations.NullMarked;
