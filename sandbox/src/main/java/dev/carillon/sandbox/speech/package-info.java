/// Speaking and listening without any account: text becomes telephone audio, telephone audio
/// becomes text. Nothing about calls, sockets or what is meant by the words.
@NullMarked
package dev.carillon.sandbox.speech;

import org.jspecify.annotations.NullMarked;
