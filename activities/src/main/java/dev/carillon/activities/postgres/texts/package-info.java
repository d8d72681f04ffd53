/// Texts that go out: kept before they are sent, sent at most once, and only to somebody who may be
/// texted.
@NullMarked
package dev.carillon.activities.postgres.texts;

import org.jspecify.annotations.NullMarked;
