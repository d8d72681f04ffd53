package dev.carillon.sandbox;

import dev.carillon.sandbox.ledger.Ledger;
import io.javalin.config.JavalinConfig;

/// Another provider's stand-in that shares the sandbox's port and ledger.
@FunctionalInterface
interface StandIn {
  /// Adds its routes to a server that is being made. What is returned ends it.
  Runnable join(JavalinConfig config, Ledger ledger);
}
