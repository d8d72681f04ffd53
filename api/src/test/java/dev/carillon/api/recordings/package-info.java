@NullMarked
package dev.carillon.api.recordings;

import org.jspecify.annotations.NullMarked;
