/// Reads lists of people as they are really sent: encodings, delimiters, headers, quoting. What the
/// cells mean is decided elsewhere.
@NullMarked
package dev.carillon.activities.lists;

import org.jspecify.annotations.NullMarked;
