/// Tests of the object store.
@NullMarked
package dev.carillon.activities.objects;

import org.jspecify.annotations.NullMarked;
