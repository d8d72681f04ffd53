/// Campaigns and each contact's journey through one: plan, steps, and when a person is called
/// again.
@NullMarked
package dev.carillon.campaign;

import org.jspecify.annotations.NullMarked;
