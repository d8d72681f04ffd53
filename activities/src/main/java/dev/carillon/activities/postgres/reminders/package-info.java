/// What a schedule's run finds and makes: the due appointments and their campaign, once per date.
@NullMarked
package dev.carillon.activities.postgres.reminders;

import org.jspecify.annotations.NullMarked;
