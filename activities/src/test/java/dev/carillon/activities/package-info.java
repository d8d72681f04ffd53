/// What holds for all adapters.
@NullMarked
package dev.carillon.activities;

import org.jspecify.annotations.NullMarked;
