/// Conversations by text: what a person's words mean before any model reads them, and how texts go
/// out, to people and to the owner.
@NullMarked
package dev.carillon.conversation;

import org.jspecify.annotations.NullMarked;
