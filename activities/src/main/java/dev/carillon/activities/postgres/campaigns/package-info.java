/// Campaigns, their journeys and what both came to. Outcomes are written by `outcomes`, dialling
/// lives in `dialling`.
@NullMarked
package dev.carillon.activities.postgres.campaigns;

import org.jspecify.annotations.NullMarked;
