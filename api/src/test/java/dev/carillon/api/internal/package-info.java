/// Tests of what bridges report.
@NullMarked
package dev.carillon.api.internal;

import org.jspecify.annotations.NullMarked;
