/// Keeps recordings and other large things by key: in the file system here, elsewhere by
/// configuration. What the things mean is known to the database alone.
@NullMarked
package dev.carillon.activities.objects;

import org.jspecify.annotations.NullMarked;
