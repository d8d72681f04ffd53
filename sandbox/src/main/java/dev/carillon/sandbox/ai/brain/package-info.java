/// What the stand-in makes of what it heard or read: from intents to words and tools. Nothing about
/// wire protocols.
@NullMarked
package dev.carillon.sandbox.ai.brain;

import org.jspecify.annotations.NullMarked;
