package dev.carillon.sandbox.carrier.handset;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Finds in a stream of frames where somebody begins to speak and where they have finished: three
/// voiced frames in a row begin a turn, 700 ms of silence or half a minute end it.
final class TurnDetector {
  private static final int BEGIN_FRAMES = 3;
  private static final int END_FRAMES = 35;
  private static final int LEAD_FRAMES = 10;
  private static final int LONGEST_FRAMES = 1_500;
  private static final int FRAME_MS = 20;

  private final Deque<byte[]> lead = new ArrayDeque<>();
  private final ByteArrayOutputStream sound = new ByteArrayOutputStream();
  private long frames;
  private long beganAt;
  private int voicedRun;
  private int silentRun;
  private boolean inTurn;

  /// Takes one frame and says what changed with it.
  Change feed(byte[] frame) {
    frames++;
    boolean voiced = Mulaw.voiced(frame);
    voicedRun = voiced ? voicedRun + 1 : 0;
    silentRun = voiced ? 0 : silentRun + 1;
    if (inTurn) {
      sound.writeBytes(frame);
      long length = frames - beganAt;
      return silentRun >= END_FRAMES || length >= LONGEST_FRAMES ? finish() : Change.NONE;
    }
    lead.addLast(frame.clone());
    if (lead.size() > LEAD_FRAMES) {
      lead.removeFirst();
    }
    return voicedRun >= BEGIN_FRAMES ? begin() : Change.NONE;
  }

  /// The turn that is going on, cut here.
  @Nullable Stretch cut() {
    return inTurn ? finish().stretch : null;
  }

  /// Whether somebody speaks just now, short pauses included.
  boolean inTurn() {
    return inTurn;
  }

  /// Whether there was sound in the last quarter of a second.
  boolean sounding() {
    return inTurn && silentRun < 12;
  }

  private Change begin() {
    inTurn = true;
    beganAt = frames - BEGIN_FRAMES;
    sound.reset();
    lead.forEach(sound::writeBytes);
    lead.clear();
    return new Change(true, null);
  }

  private Change finish() {
    inTurn = false;
    voicedRun = 0;
    Stretch stretch =
        new Stretch(
            Duration.ofMillis(beganAt * FRAME_MS),
            Duration.ofMillis((frames - silentRun) * FRAME_MS),
            sound.toByteArray());
    return new Change(false, stretch);
  }

  /// A stretch of speech; times count from the first frame.
  static final class Stretch {
    private final Duration began;
    private final Duration ended;
    private final byte[] sound;

    Stretch(Duration began, Duration ended, byte[] sound) {
      this.began = began;
      this.ended = ended;
      this.sound = sound;
    }

    Duration began() {
      return began;
    }

    Duration ended() {
      return ended;
    }

    /// Mu-law; not to be changed.
    byte[] sound() {
      return sound;
    }
  }

  /// What one frame changed.
  record Change(boolean began, @Nullable Stretch stretch) {
    static final Change NONE = new Change(false, null);
  }
}
