/// Campaigns by REST: what is handed in is checked here and named field by field; what a campaign
/// does is up to its workflow.
@NullMarked
package dev.carillon.api.campaigns;

import org.jspecify.annotations.NullMarked;
