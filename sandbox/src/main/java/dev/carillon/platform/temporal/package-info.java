/// Temporal's development server: where its binary comes from, and how it is started. A production
/// cluster is reached through `TEMPORAL_ADDRESS` and needs none of this.
@NullMarked
package dev.carillon.platform.temporal;

import org.jspecify.annotations.NullMarked;
