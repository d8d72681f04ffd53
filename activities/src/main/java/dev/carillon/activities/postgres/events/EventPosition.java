package dev.carillon.activities.postgres.events;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in the event log: transactions in the order in which they began to write, and the events
/// of one in the order of their ids. Once a reader has passed a place, nothing appears before it.
///
/// @param transaction the writing transaction's 64-bit id
public record EventPosition(long transaction, long id) implements Comparable<EventPosition> {
  /// Before everything.
  public static final EventPosition START = new EventPosition(0, 0);

  private static final Pattern WIRE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
  private static final Comparator<EventPosition> ORDER =
      Comparator.comparingLong(EventPosition::transaction).thenComparingLong(EventPosition::id);

  /// Reads what [EventPosition#toString] wrote; empty for anything else.
  public static Optional<EventPosition> parse(String text) {
    var match = WIRE.matcher(text);
    return match.matches()
        ? Optional.of(
            new EventPosition(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(EventPosition other) {
    return ORDER.compare(this, other);
  }

  /// The form that viewers get as `id` and send back as `Last-Event-ID`.
  @Override
  public String toString() {
    return transaction + "-" + id;
  }
}
