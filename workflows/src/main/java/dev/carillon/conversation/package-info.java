/// Conversations by text: what a person's words mean before any model reads them.
@NullMarked
package dev.carillon.conversation;

import org.jspecify.annotations.NullMarked;
