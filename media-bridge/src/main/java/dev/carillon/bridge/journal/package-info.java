/// Brings what was said and what happened on a call to api, in small batches, and keeps it while
/// api is away.
@NullMarked
package dev.carillon.bridge.journal;

import org.jspecify.annotations.NullMarked;
