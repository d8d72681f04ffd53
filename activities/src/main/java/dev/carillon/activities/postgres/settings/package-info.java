/// What a business sets: its profile, its agents, its schedules.
@NullMarked
package dev.carillon.activities.postgres.settings;

import org.jspecify.annotations.NullMarked;
