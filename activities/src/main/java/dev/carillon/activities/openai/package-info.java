/// The provider OpenAI, as far as it works with text: the summary after a call. Its live voice is
/// in `media-bridge`.
@NullMarked
package dev.carillon.activities.openai;

import org.jspecify.annotations.NullMarked;
