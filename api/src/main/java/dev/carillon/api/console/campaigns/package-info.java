/// Campaigns in the console: the overview, one campaign with its people, and how a new one is made.
@NullMarked
package dev.carillon.api.console.campaigns;

import org.jspecify.annotations.NullMarked;
