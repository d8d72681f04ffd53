/// The routes about settings on a running server.
@NullMarked
package dev.carillon.api.settings;

import org.jspecify.annotations.NullMarked;
