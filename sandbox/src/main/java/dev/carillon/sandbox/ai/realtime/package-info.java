/// The realtime interface, generally available shape: one session per connection, strict in what it
/// takes. It lives on one thread; hearing and speaking happen elsewhere.
@NullMarked
package dev.carillon.sandbox.ai.realtime;

import org.jspecify.annotations.NullMarked;
