package dev.carillon.sandbox.ai.deepgram;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Does one thing after another, in the order in which they were announced: what is not ready yet
/// holds up what comes after it. For one thread.
final class InOrder {
  private final Deque<Place> places = new ArrayDeque<>();

  /// Does this when everything before it is done.
  void add(Runnable action) {
    keep().fill(action);
  }

  /// A place for what will be known later.
  Place keep() {
    Place place = new Place();
    places.add(place);
    return place;
  }

  private void go() {
    for (Place next = places.peek(); next != null && next.action != null; next = places.peek()) {
      Runnable action = next.action;
      places.remove();
      action.run();
    }
  }

  /// A place in the order.
  final class Place {
    private @Nullable Runnable action;

    void fill(Runnable known) {
      action = known;
      go();
    }
  }
}
