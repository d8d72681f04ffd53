/// What a launch is told from outside: variables and `.env`, which providers are configured,
/// whether real phones can ring.
@NullMarked
package dev.carillon.platform.environment;

import org.jspecify.annotations.NullMarked;
