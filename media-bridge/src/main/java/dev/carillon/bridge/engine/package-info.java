/// What every voice engine is to a call: the port that providers' packages implement. No provider's
/// word stands here.
@NullMarked
package dev.carillon.bridge.engine;

import org.jspecify.annotations.NullMarked;
