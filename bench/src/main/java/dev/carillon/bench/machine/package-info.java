/// Figures of the whole platform on one machine, its parts as processes of their own: how soon it
/// is there, and what is left of a campaign when parts are killed.
@NullMarked
package dev.carillon.bench.machine;

import org.jspecify.annotations.NullMarked;
