package dev.carillon.sandbox.speech;

import java.util.LinkedHashMap;
import java.util.Map;

/// Forgets what was asked for longest ago.
final class Remembered<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  Remembered(int most) {
    super(64, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
