package dev.carillon.bridge.cascade;

import dev.carillon.bridge.faculty.Voice;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// What answers give to the voice, in order. A phrase that this voice has said before is played
/// without asking it again.
final class Delivery implements Voice.Events {

  /// Takes the sound.
  interface Listener extends Voice.Events {

    /// A phrase that was kept, as base64; followed by `flushed`.
    void kept(ByteBuf base64);
  }

  private final KeptPhrases phrases;
  private final Listener listener;
  private final EventLoop loop;
  private final Deque<Part> parts = new ArrayDeque<>();
  private final Voice.Speech speech;

  Delivery(Voice voice, KeptPhrases phrases, EventLoop loop, Listener listener) {
    this.phrases = phrases;
    this.listener = listener;
    this.loop = loop;
    this.speech = voice.open(loop, this);
  }

  /// Adds a sentence to what [#flush] says.
  void say(String sentence) {
    speech.say(sentence);
  }

  void flush() {
    parts.add(Part.spoken());
    speech.flush();
  }

  /// Says a phrase that is likely to be said again; true when the voice has to be asked for it.
  boolean phrase(String phrase) {
    var known = phrases.find(phrase);
    if (known == null) {
      parts.add(Part.recorded(phrase));
      speech.say(phrase);
      speech.flush();
      return true;
    }
    parts.add(Part.kept(known));
    // Whoever asks for it does not expect it to have been said when the asking returns.
    loop.execute(this::playKept);
    return false;
  }

  void clear() {
    parts.clear();
    speech.clear();
  }

  void close() {
    parts.clear();
    speech.close();
  }

  @Override
  public void canSpeak() {
    listener.canSpeak();
  }

  @Override
  public void sound(ByteBuf mulaw) {
    playKept();
    var part = parts.peek();
    if (part != null && part.recording != null) {
      record(mulaw, part.recording);
    }
    listener.sound(mulaw);
  }

  @Override
  public void flushed() {
    playKept();
    var part = parts.poll();
    if (part != null && part.recording != null && part.recording.size() > 0) {
      phrases.keep(part.phrase, Base64.getEncoder().encode(part.recording.toByteArray()));
    }
    listener.flushed();
    playKept();
  }

  @Override
  public void voiceLost(String code) {
    listener.voiceLost(code);
  }

  private void playKept() {
    for (var part = parts.peek(); part != null && part.sound != null; part = parts.peek()) {
      parts.remove();
      listener.kept(part.sound);
      listener.flushed();
    }
  }

  private static void record(ByteBuf mulaw, ByteArrayOutputStream into) {
    try {
      mulaw.getBytes(mulaw.readerIndex(), into, mulaw.readableBytes());
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  /// One flush.
  private record Part(
      String phrase, @Nullable ByteArrayOutputStream recording, @Nullable ByteBuf sound) {

    static Part spoken() {
      return new Part("", null, null);
    }

    static Part recorded(String phrase) {
      return new Part(phrase, new ByteArrayOutputStream(), null);
    }

    static Part kept(ByteBuf sound) {
      return new Part("", null, sound);
    }
  }
}
