/// The figures Carillon promises, each measured beside a baseline in the same run: what there is to
/// measure, how it is chosen, and the servers a run needs. `docs/benchmarks.md` says what they
/// mean.
@NullMarked
package dev.carillon.bench;

import org.jspecify.annotations.NullMarked;
