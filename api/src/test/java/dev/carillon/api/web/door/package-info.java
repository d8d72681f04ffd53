/// Tests of what every route shares.
@NullMarked
package dev.carillon.api.web.door;

import org.jspecify.annotations.NullMarked;
