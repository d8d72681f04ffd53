package dev.carillon.compliance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of time: `start` is inside, `end` is outside.
record Span(Instant start, Instant end) {

  boolean holds(Instant moment) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  /// What lies in a span of both lists. Each list is sorted and free of overlaps.
  static List<Span> intersection(List<Span> some, List<Span> others) {
    var both = new ArrayList<Span>();
    for (int i = 0, j = 0; i < some.size() && j < others.size(); ) {
      Span a = some.get(i);
      Span b = others.get(j);
      Instant start = a.start.isAfter(b.start) ? a.start : b.start;
      Instant end = a.end.isBefore(b.end) ? a.end : b.end;
      if (start.isBefore(end)) {
        both.add(new Span(start, end));
      }
      if (a.end.isBefore(b.end)) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  /// The same time, sorted, with touching and overlapping spans made one.
  static List<Span> merged(List<Span> spans) {
    var sorted = spans.stream().sorted(Comparator.comparing(Span::start)).toList();
    var merged = new ArrayList<Span>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || span.start.isAfter(last.end)) {
        merged.add(span);
      } else if (span.end.isAfter(last.end)) {
        merged.set(merged.size() - 1, new Span(last.start, span.end));
      }
    }
    return merged;
  }
}
