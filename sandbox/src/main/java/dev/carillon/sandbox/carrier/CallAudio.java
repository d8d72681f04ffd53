package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.handset.Handset;
import dev.carillon.sandbox.carrier.media.MediaStream;
import dev.carillon.sandbox.carrier.media.PlayOutBuffer;
import dev.carillon.sandbox.carrier.recording.Recording;
import dev.carillon.sandbox.speech.MuLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The wire of one answered call: every 20 ms, what the person says goes to the stream and what the
/// stream or a prompt plays goes to the person, and both to the recordings.
final class CallAudio implements Runnable {
  private final byte[] spoken = new byte[MuLaw.FRAME];
  private final byte[] heard = new byte[MuLaw.FRAME];
  private final PlayOutBuffer prompts = new PlayOutBuffer();
  private final List<Recording> recordings = new ArrayList<>();
  private final List<Runnable> afterPrompt = new ArrayList<>();
  private final Handset handset;
  private @Nullable MediaStream stream;

  CallAudio(Handset handset) {
    this.handset = handset;
    Arrays.fill(heard, MuLaw.SILENCE);
  }

  @Override
  public void run() {
    MediaStream current = stream;
    // The person's frame is the answer to what they heard until now, so it is made first.
    handset.frame(heard, spoken);
    if (current == null) {
      prompts.take(heard, mark -> {});
    } else {
      current.frame(spoken, heard);
    }
    for (Recording recording : recordings) {
      recording.add(spoken, heard);
    }
    if (prompts.isEmpty() && !afterPrompt.isEmpty()) {
      List<Runnable> due = List.copyOf(afterPrompt);
      afterPrompt.clear();
      due.forEach(Runnable::run);
    }
  }

  /// Plays audio to the person and then does `then`.
  void play(byte[] audio, Runnable then) {
    prompts.append(audio);
    afterPrompt.add(then);
  }

  /// Drops what is being played, and what was to follow.
  void hush() {
    prompts.clear();
    afterPrompt.clear();
  }

  void connect(@Nullable MediaStream connected) {
    stream = connected;
  }

  @Nullable MediaStream stream() {
    return stream;
  }

  void record(Recording recording) {
    recordings.add(recording);
  }

  void stopRecording(Recording recording) {
    recordings.remove(recording);
  }
}
