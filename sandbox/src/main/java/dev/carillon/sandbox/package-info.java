/// The outside world on one machine, in one process on one port: a telephone carrier with people on
/// its phones, and the controls to steer them.
@NullMarked
package dev.carillon.sandbox;

import org.jspecify.annotations.NullMarked;
