/// The carrier Twilio: placing and ending calls, its call list, texts. Nothing here decides who may
/// be called.
@NullMarked
package dev.carillon.activities.twilio;

import org.jspecify.annotations.NullMarked;
