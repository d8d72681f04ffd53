/// The text interfaces, chat completions and responses, plain and streamed. What is answered comes
/// from the brain and the schema.
@NullMarked
package dev.carillon.sandbox.ai.chat;

import org.jspecify.annotations.NullMarked;
