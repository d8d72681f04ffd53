/// Connections to providers, on the event loop of the call they are for.
@NullMarked
package dev.carillon.bridge.net;

import org.jspecify.annotations.NullMarked;
