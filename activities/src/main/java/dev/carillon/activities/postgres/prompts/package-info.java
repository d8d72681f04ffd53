/// What an agent is told before it talks or writes: texts from files, what is known of the person,
/// and what was said before. All of it within the tenant's transaction that is under way.
@NullMarked
package dev.carillon.activities.postgres.prompts;

import org.jspecify.annotations.NullMarked;
