/// The engines of one call as one engine: who takes over when one is lost, and with what.
@NullMarked
package dev.carillon.bridge.chain;

import org.jspecify.annotations.NullMarked;
