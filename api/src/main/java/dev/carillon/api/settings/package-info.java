/// Routes about what a business sets: its profile, its agents, its schedules.
@NullMarked
package dev.carillon.api.settings;

import org.jspecify.annotations.NullMarked;
