/// The worker: composition root of workflows and adapters, task queues, inbox drainer, lifecycle.
/// No business rule.
@NullMarked
package dev.carillon.worker;

import org.jspecify.annotations.NullMarked;
