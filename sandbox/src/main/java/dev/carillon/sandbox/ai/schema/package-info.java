/// JSON schemas as the provider takes them: what strict mode refuses, and values that fit a schema
/// and what was meant.
@NullMarked
package dev.carillon.sandbox.ai.schema;

import org.jspecify.annotations.NullMarked;
