/// Refusals and failures as `application/problem+json` (RFC 9457), wherever they arise.
@NullMarked
package dev.carillon.api.web.problem;

import org.jspecify.annotations.NullMarked;
