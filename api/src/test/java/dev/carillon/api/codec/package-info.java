/// Tests of the codec endpoint.
@NullMarked
package dev.carillon.api.codec;

import org.jspecify.annotations.NullMarked;
