/// Tests of what every route shares.
@NullMarked
package dev.carillon.api.web;

import org.jspecify.annotations.NullMarked;
