/// Runs everything on one machine: decides ports, roles and secrets, gives each part its
/// environment, starts them all and says when they are ready. The processes themselves are watched
/// in `process`.
@NullMarked
package dev.carillon.platform;

import org.jspecify.annotations.NullMarked;
