/// The carrier account's workflow on Temporal's time-skipping server.
@NullMarked
package dev.carillon.account;

import org.jspecify.annotations.NullMarked;
