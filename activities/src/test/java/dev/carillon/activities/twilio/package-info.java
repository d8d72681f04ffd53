/// The carrier's adapter against a small server that counts what it is sent.
@NullMarked
package dev.carillon.activities.twilio;

import org.jspecify.annotations.NullMarked;
