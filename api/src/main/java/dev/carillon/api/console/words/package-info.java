/// How the console says things: outcomes, moments, numbers and decisions in the words of people who
/// never read a manual. Knows no page and no database.
@NullMarked
package dev.carillon.api.console.words;

import org.jspecify.annotations.NullMarked;
