/// TwiML, read as strictly as the carrier does and run verb by verb. What a verb does to a line is
/// the caller's business.
@NullMarked
package dev.carillon.sandbox.carrier.twiml;

import org.jspecify.annotations.NullMarked;
