/// The only place with Temporal time-outs and retries, and with the names of queues and workflow
/// ids.
@NullMarked
package dev.carillon.policy;

import org.jspecify.annotations.NullMarked;
