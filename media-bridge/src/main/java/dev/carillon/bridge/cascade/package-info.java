/// A voice engine made of three: one hears, one thinks, one speaks.
@NullMarked
package dev.carillon.bridge.cascade;

import org.jspecify.annotations.NullMarked;
