package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/// One message of the assistant while it is being made: several times faster than it is spoken, in
/// pieces of varying size, its words beside the sound.
final class Utterance {
  private static final int FASTER = 8;
  private static final List<Integer> PIECES_MS = List.of(50, 100, 97, 200, 300, 400, 500);

  private final Outlet outlet;
  private final Stage stage;
  private final SessionConfig config;
  private final Item item;
  private final ObjectNode place;
  private final String text;
  private final boolean audible;
  private final Deque<String> words = new ArrayDeque<>();
  private final StringBuilder written = new StringBuilder();
  private byte[] sound = {};
  private int at;
  private boolean over;

  Utterance(
      Outlet outlet,
      Stage stage,
      SessionConfig config,
      Item item,
      ObjectNode place,
      String text,
      boolean audible) {
    this.outlet = outlet;
    this.stage = stage;
    this.config = config;
    this.item = item;
    this.place = place;
    this.text = text;
    this.audible = audible;
    Arrays.stream(text.split(" ", -1)).forEach(words::add);
  }

  /// Makes it; `then` runs when it is whole, `failed` when there is no voice, neither when it was
  /// stopped.
  void make(Runnable then, Runnable failed) {
    ObjectNode part =
        audible ? part("output_audio", "transcript", "") : part("output_text", "text", "");
    outlet.event("response.content_part.added", at(part));
    if (!audible) {
      outlet.event("response.output_text.delta", here().put("delta", text));
      written.append(text);
      finish(true);
      then.run();
      return;
    }
    AudioFormat format = config.outputFormat();
    stage.elsewhere(
        () -> format.fromMuLaw(stage.senses().speak(text)),
        () -> new byte[0],
        made -> {
          sound = made;
          if (made.length == 0 && !over) {
            finish(false);
            failed.run();
          } else {
            piece(then);
          }
        });
  }

  /// Ends it where it is.
  void stop() {
    if (!over) {
      finish(false);
    }
  }

  private void piece(Runnable then) {
    if (over) {
      return;
    }
    if (at >= sound.length) {
      word(String.join(" ", words));
      finish(true);
      then.run();
      return;
    }
    int perMs = config.outputFormat().bytesPerMs();
    int wanted = PIECES_MS.get(stage.chance().nextInt(PIECES_MS.size())) * perMs;
    byte[] piece = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + wanted));
    at += piece.length;
    item.grow(piece.length / perMs);
    if (words.size() > 1 && stage.chance().nextInt(4) > 0) {
      word(words.remove() + " ");
    }
    ObjectNode delta = here().put("delta", Base64.getEncoder().encodeToString(piece));
    if (stage.chance().nextInt(5) == 0) {
      delta.put("obfuscation", "x".repeat(1 + stage.chance().nextInt(12)));
    }
    outlet.event("response.output_audio.delta", delta);
    Duration pause = Duration.ofNanos(piece.length * 1_000_000L / perMs / FASTER);
    stage.clock().after(pause, () -> piece(then));
  }

  private void word(String word) {
    written.append(word);
    outlet.event("response.output_audio_transcript.delta", here().put("delta", word));
  }

  private void finish(boolean whole) {
    over = true;
    String said = written.toString();
    ObjectNode part =
        audible ? part("output_audio", "transcript", said) : part("output_text", "text", said);
    item.shape().put("status", whole ? "completed" : "incomplete").putArray("content").add(part);
    if (audible) {
      outlet.event("response.output_audio.done", here());
      outlet.event("response.output_audio_transcript.done", here().put("transcript", said));
    } else {
      outlet.event("response.output_text.done", here().put("text", said));
    }
    outlet.event("response.content_part.done", at(part));
    stage
        .notes()
        .write("ai_said", "item", item.id(), "text", text, "ms", item.audioMs(), "complete", whole);
  }

  private static ObjectNode part(String type, String member, String words) {
    return Outlet.members().put("type", type).put(member, words);
  }

  private ObjectNode at(ObjectNode part) {
    ObjectNode members = here();
    members.set("part", part.deepCopy());
    return members;
  }

  private ObjectNode here() {
    return place.deepCopy();
  }
}
