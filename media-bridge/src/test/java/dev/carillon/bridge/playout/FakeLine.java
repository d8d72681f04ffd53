package dev.carillon.bridge.playout;

import dev.carillon.bridge.json.Base64Text;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// A carrier's play-out buffer: plays in real time, returns marks when they are reached, and all of
/// them at once when it is cleared.
public final class FakeLine implements PhoneLine {
  public final List<String> sent = new ArrayList<>();
  public final List<Integer> closed = new ArrayList<>();
  private final ManualClock clock;
  private final Map<String, CallClock.Alarm> marks = new LinkedHashMap<>();
  private final Duration latency;
  private Consumer<String> marked = _ -> {};
  private long emptyAt;
  private long playedBytes;
  private boolean open = true;
  public boolean losesMarks;
  public boolean full;

  public FakeLine(ManualClock clock, Duration latency) {
    this.clock = clock;
    this.latency = latency;
  }

  public void onMark(Consumer<String> listener) {
    marked = listener;
  }

  /// Milliseconds of sound that lie in the buffer.
  public long bufferedMs() {
    return Math.max(0, emptyAt - clock.nanos()) / 1_000_000;
  }

  /// Milliseconds of sound taken in so far.
  public long takenMs() {
    return playedBytes / 8;
  }

  public long clears() {
    return sent.stream().filter("clear"::equals).count();
  }

  public void cut() {
    open = false;
  }

  @Override
  public boolean writable() {
    return !full;
  }

  @Override
  public void play(ByteBuf base64, int from, int length) {
    int bytes = Base64Text.decodedLength(base64, from, length);
    playedBytes += bytes;
    long arrival = clock.nanos() + latency.toNanos();
    emptyAt = Math.max(emptyAt, arrival) + bytes * 125_000L;
    sent.add("media " + bytes);
  }

  @Override
  public void mark(int generation, long position) {
    var name = "g" + generation + ":" + position;
    sent.add("mark " + name);
    if (!losesMarks) {
      var delay = Duration.ofNanos(Math.max(0, emptyAt - clock.nanos())).plus(latency);
      marks.put(name, clock.after(delay, () -> back(name)));
    }
  }

  @Override
  public void clear() {
    sent.add("clear");
    emptyAt = clock.nanos();
    var pending = Map.copyOf(marks);
    for (var name : List.copyOf(marks.keySet())) {
      Objects.requireNonNull(pending.get(name)).cancel();
      back(name);
    }
  }

  @Override
  public void flush() {}

  @Override
  public boolean open() {
    return open;
  }

  @Override
  public void close(int code) {
    if (open) {
      open = false;
      closed.add(code);
    }
  }

  private void back(String name) {
    marks.remove(name);
    marked.accept(name);
  }
}
