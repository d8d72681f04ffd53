/// Lists of people that are fetched from an outside system. Files that are sent to us are taken in
/// where they arrive.
@NullMarked
package dev.carillon.intake;

import org.jspecify.annotations.NullMarked;
