/// One carrier account: who is admitted to be dialled next, at what pace, and the sweep for calls
/// that went quiet.
@NullMarked
package dev.carillon.account;

import org.jspecify.annotations.NullMarked;
