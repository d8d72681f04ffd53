/// Finds the few members that matter in a JSON text without building a tree. What needs the whole
/// message is read by Jackson where it is needed.
@NullMarked
package dev.carillon.bridge.json;

import org.jspecify.annotations.NullMarked;
