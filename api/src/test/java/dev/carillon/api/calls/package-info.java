/// Tests of calls by REST.
@NullMarked
package dev.carillon.api.calls;

import org.jspecify.annotations.NullMarked;
