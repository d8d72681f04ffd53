/// The bridge's port: upgrades of signed media streams, health and metrics. Everything else is
/// refused.
@NullMarked
package dev.carillon.bridge.http;

import org.jspecify.annotations.NullMarked;
