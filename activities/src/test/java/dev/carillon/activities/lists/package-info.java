/// Tests of reading lists.
@NullMarked
package dev.carillon.activities.lists;

import org.jspecify.annotations.NullMarked;
