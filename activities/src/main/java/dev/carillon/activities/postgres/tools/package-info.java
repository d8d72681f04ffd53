/// What the tools of a conversation do to our own books, and what is read from them once a call is
/// over.
@NullMarked
package dev.carillon.activities.postgres.tools;

import org.jspecify.annotations.NullMarked;
