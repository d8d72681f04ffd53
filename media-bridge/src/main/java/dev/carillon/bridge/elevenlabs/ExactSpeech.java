package dev.carillon.bridge.elevenlabs;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.faculty.Voice;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.base64.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Words that are said as they are, by the provider's voice.
final class ExactSpeech implements Voice.Events {
  private final EngineEvents events;
  private final Function<Voice.Events, Voice.Speech> voice;
  private Voice.@Nullable Speech speech;
  private String response = "";
  private int responses;

  ExactSpeech(EngineEvents events, Function<Voice.Events, Voice.Speech> voice) {
    this.events = events;
    this.voice = voice;
  }

  boolean speaking() {
    return !response.isEmpty();
  }

  void say(String words) {
    stop();
    response = "exact-" + ++responses;
    events.responseBegan(response);
    events.words(item(), words);
    var opened = voice.apply(this);
    speech = opened;
    opened.say(words);
    opened.flush();
  }

  /// Stops what is being said; false when nothing is.
  boolean stop() {
    return over(EngineEvents.Ending.CANCELLED);
  }

  @Override
  public void canSpeak() {
    // It was told what to say already.
  }

  @Override
  public void sound(ByteBuf mulaw) {
    if (response.isEmpty() || !mulaw.isReadable()) {
      return;
    }
    var text = Base64.encode(mulaw, false);
    try {
      events.audio(response, item(), text, text.readerIndex(), text.readableBytes());
    } finally {
      text.release();
    }
  }

  @Override
  public void flushed() {
    if (!response.isEmpty()) {
      events.audioDone(item());
      over(EngineEvents.Ending.COMPLETED);
    }
  }

  @Override
  public void voiceLost(String code) {
    over(EngineEvents.Ending.FAILED);
  }

  private String item() {
    return response + "-words";
  }

  private boolean over(EngineEvents.Ending ending) {
    if (speech != null) {
      speech.close();
      speech = null;
    }
    if (!response.isEmpty()) {
      var ended = response;
      response = "";
      events.responseEnded(ended, ending);
      return true;
    }
    return false;
  }
}
