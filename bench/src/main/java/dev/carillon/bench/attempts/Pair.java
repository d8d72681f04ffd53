package dev.carillon.bench.attempts;

/// Whose workflows carry an attempt.
enum Pair {
  CARILLON,
  BARE
}
