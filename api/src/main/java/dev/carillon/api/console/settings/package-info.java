/// What the console lets people set: schedules, and the profile of the business.
@NullMarked
package dev.carillon.api.console.settings;

import org.jspecify.annotations.NullMarked;
