/// Leads: somebody who wants something of the business, and the outside systems that are told of
/// them. How the owner is told is in `conversation`.
@NullMarked
package dev.carillon.lead;

import org.jspecify.annotations.NullMarked;
