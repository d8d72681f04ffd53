/// One stream of one call from its claim to the report of its end: joins line, engine and
/// conversation. What is said in between lives in `talk`.
@NullMarked
package dev.carillon.bridge.session;

import org.jspecify.annotations.NullMarked;
