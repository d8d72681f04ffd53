/// The phone in a person's hand: mu-law in, mu-law out, and the moments at which somebody speaks or
/// falls silent.
@NullMarked
package dev.carillon.sandbox.carrier.handset;

import org.jspecify.annotations.NullMarked;
