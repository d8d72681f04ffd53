package dev.carillon.bridge.talk;

import dev.carillon.bridge.playout.CallClock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The keys that the person presses on their phone. Those pressed in a row are one input: it is
/// over after a pause, with `#`, or when it is as long as any number one could be asked for.
public final class Keys {
  private static final Duration PAUSE = Duration.ofMillis(1_500);
  private static final int MOST = 20;

  private final CallClock clock;
  private final Consumer<String> listener;
  private final StringBuilder pressed = new StringBuilder();
  private CallClock.@Nullable Alarm pause;

  /// @param listener told each input, such as `1` or `2468#`
  public Keys(CallClock clock, Consumer<String> listener) {
    this.clock = clock;
    this.listener = listener;
  }

  public void pressed(char key) {
    pressed.append(key);
    if (key == '#' || pressed.length() == MOST) {
      over();
    } else {
      cancel();
      pause = clock.after(PAUSE, this::over);
    }
  }

  /// No more keys will come, or none that belong to these.
  public void over() {
    cancel();
    if (!pressed.isEmpty()) {
      var input = pressed.toString();
      pressed.setLength(0);
      listener.accept(input);
    }
  }

  private void cancel() {
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
  }
}
