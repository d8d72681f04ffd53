/// Anthropic: the Messages API, streamed.
@NullMarked
package dev.carillon.bridge.anthropic;

import org.jspecify.annotations.NullMarked;
