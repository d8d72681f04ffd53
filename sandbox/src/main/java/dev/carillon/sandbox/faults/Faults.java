package dev.carillon.sandbox.faults;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The faults that are switched on, by the place where they strike. Any thread may change and ask.
public final class Faults {
  private final Map<Place, List<Fault>> active = new EnumMap<>(Place.class);

  /// Replaces the faults of one place.
  ///
  /// @throws IllegalArgumentException if a kind does not exist there
  public synchronized void set(Place place, List<Fault> faults) {
    for (Fault fault : faults) {
      if (!place.kinds().contains(fault.kind())) {
        throw new IllegalArgumentException(
            "no fault of the kind '" + fault.kind() + "' at " + place.wireName());
      }
    }
    active.put(place, List.copyOf(faults));
  }

  /// The faults that are switched on, by the place's name.
  public synchronized Map<String, List<Fault>> all() {
    Map<String, List<Fault>> named = new TreeMap<>();
    for (Place place : Place.values()) {
      named.put(place.wireName(), active.getOrDefault(place, List.of()));
    }
    return named;
  }

  /// The fault that strikes a create request. In all three, the same circumstances always meet the
  /// same fault.
  public Optional<Fault> strikeCreate(Object... circumstances) {
    return strike(Place.CREATE, "", circumstances);
  }

  /// The fault that strikes a callback of one kind.
  public Optional<Fault> strikeCallback(String kind, Object... circumstances) {
    return strike(Place.CALLBACK, kind, circumstances);
  }

  /// The fault that strikes a media stream.
  public Optional<Fault> strikeMedia(Object... circumstances) {
    return strike(Place.MEDIA, "", circumstances);
  }

  private synchronized Optional<Fault> strike(Place place, String only, Object... circumstances) {
    List<Fault> faults = active.getOrDefault(place, List.of());
    for (int index = 0; index < faults.size(); index++) {
      Fault fault = faults.get(index);
      if (!fault.only().isEmpty() && !fault.only().contains(only)) {
        continue;
      }
      Object[] all = new Object[circumstances.length + 3];
      System.arraycopy(circumstances, 0, all, 3, circumstances.length);
      all[0] = place;
      all[1] = index + fault.kind();
      all[2] = only;
      if (Chance.of(fault.seed(), all).nextDouble() < fault.rate()) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /// Where the carrier can fail, and how.
  public enum Place {
    CREATE,
    CALLBACK,
    MEDIA;

    private Set<String> kinds() {
      return switch (this) {
        case CREATE ->
            Set.of(
                "error_not_placed",
                "error_after_placing",
                "reset_before",
                "reset_after_placing",
                "delay",
                "garbage",
                "rate_limit");
        case CALLBACK -> Set.of("drop", "duplicate", "reorder", "delay");
        case MEDIA -> Set.of("half_open", "no_stop", "reset");
      };
    }

    /// Its name in JSON.
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
