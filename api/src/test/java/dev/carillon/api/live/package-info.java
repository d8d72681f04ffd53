/// Tests of live events.
@NullMarked
package dev.carillon.api.live;

import org.jspecify.annotations.NullMarked;
