/// Tests of the webhooks.
@NullMarked
package dev.carillon.api.webhooks;

import org.jspecify.annotations.NullMarked;
