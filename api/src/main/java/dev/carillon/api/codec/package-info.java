/// Decodes payloads for Temporal's web UI, which holds no key of its own.
@NullMarked
package dev.carillon.api.codec;

import org.jspecify.annotations.NullMarked;
