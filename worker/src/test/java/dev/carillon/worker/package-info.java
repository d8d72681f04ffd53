/// Tests of how a worker ends.
@NullMarked
package dev.carillon.worker;

import org.jspecify.annotations.NullMarked;
