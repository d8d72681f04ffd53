package dev.carillon.sandbox.ai.deepgram;

import dev.carillon.sandbox.ai.realtime.Stage;
import dev.carillon.sandbox.speech.MuLaw;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Speaks one text after another, in pieces of varying size, several times faster than they are
/// heard.
final class Mouth {
  private static final int FASTER = 8;
  private static final int BYTES_PER_MS = MuLaw.RATE / 1000;
  private static final List<Integer> PIECES_MS = List.of(60, 100, 93, 200, 250, 400);

  private final Stage stage;
  private final Consumer<byte[]> out;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private @Nullable Job speaking;

  /// @param out takes the pieces
  Mouth(Stage stage, Consumer<byte[]> out) {
    this.stage = stage;
    this.out = out;
  }

  /// Says this after all that was asked for before; `then` runs when its sound is out.
  void say(String text, Runnable then) {
    waiting.add(new Job(text, then));
    if (speaking == null) {
      next();
    }
  }

  /// Drops everything. Of what is being said a piece may still come, at once.
  void clear() {
    Job cut = speaking;
    if (cut != null && cut.begun() && !cut.spoken() && stage.chance().nextBoolean()) {
      out.accept(cut.take(PIECES_MS.getFirst()));
    }
    shut();
  }

  /// Drops everything.
  void shut() {
    waiting.clear();
    if (speaking != null) {
      note(speaking, false);
      speaking = null;
    }
  }

  private void next() {
    Job job = waiting.poll();
    speaking = job;
    if (job == null) {
      return;
    }
    if (job.text.isBlank()) {
      finish(job);
      return;
    }
    stage.elsewhere(
        () -> stage.senses().speak(job.text),
        () -> new byte[0],
        sound -> {
          job.sound = sound;
          stage.clock().after(stage.thinking(), () -> piece(job));
        });
  }

  private void piece(Job job) {
    if (speaking != job) {
      return;
    }
    if (job.spoken()) {
      note(job, true);
      finish(job);
      return;
    }
    byte[] piece = job.take(PIECES_MS.get(stage.chance().nextInt(PIECES_MS.size())));
    out.accept(piece);
    Duration pause = Duration.ofNanos(piece.length * 1_000_000L / BYTES_PER_MS / FASTER);
    stage.clock().after(pause, () -> piece(job));
  }

  private void finish(Job job) {
    speaking = null;
    job.then.run();
    if (speaking == null) {
      next();
    }
  }

  private void note(Job job, boolean complete) {
    if (!job.text.isBlank()) {
      int ms = job.at / BYTES_PER_MS;
      stage.notes().write("ai_said", "text", job.text, "ms", ms, "complete", complete);
    }
  }

  private static final class Job {
    private final String text;
    private final Runnable then;
    private byte[] sound = {};
    private int at;

    Job(String text, Runnable then) {
      this.text = text;
      this.then = then;
    }

    boolean begun() {
      return at > 0;
    }

    boolean spoken() {
      return at >= sound.length;
    }

    byte[] take(int millis) {
      byte[] piece =
          Arrays.copyOfRange(sound, at, Math.min(sound.length, at + millis * BYTES_PER_MS));
      at += piece.length;
      return piece;
    }
  }
}
