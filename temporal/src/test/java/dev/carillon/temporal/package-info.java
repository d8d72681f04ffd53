/// How our records travel: converter, codec, golden JSON.
@NullMarked
package dev.carillon.temporal;

import org.jspecify.annotations.NullMarked;
