package dev.carillon.bridge.elevenlabs;

import dev.carillon.bridge.engine.EngineEvents;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the agent says, cut into responses. The provider tells neither where one begins nor where
/// it ends: sound that comes after a pause in the sending begins one. Sound is sent faster than it
/// is spoken, so such a pause is not one that anybody hears.
final class AgentSpeech {
  private static final long PAUSE_MS = 600;

  private final EventLoop loop;
  private final EngineEvents events;
  private @Nullable ScheduledFuture<?> pause;
  private String response = "";
  private String item = "";
  private boolean itemHasText;
  private String text = "";
  private long voidUpTo = -1;
  private int responses;
  private int items;
  private boolean muted;
  private boolean spoken;

  AgentSpeech(EventLoop loop, EngineEvents events) {
    this.loop = loop;
    this.events = events;
  }

  boolean hasSpoken() {
    return spoken;
  }

  /// What the agent says from here on is not heard.
  void mute() {
    muted = true;
    stop();
  }

  void unmute() {
    muted = false;
  }

  /// A piece of sound: base64 mu-law.
  void sound(long eventId, ByteBuf frame, int from, int length) {
    if (eventId <= voidUpTo || length == 0) {
      return;
    }
    spoken = true;
    if (muted) {
      return;
    }
    if (response.isEmpty()) {
      response = "agent-" + ++responses;
      events.responseBegan(response);
    }
    if (item.isEmpty()) {
      item = "said-" + ++items;
      itemHasText = false;
    }
    if (!text.isEmpty() && !itemHasText) {
      giveText();
    }
    events.audio(response, item, frame, from, length);
    awaitPause();
  }

  /// The words of what is said; they come a little before or after its first sound.
  void words(String all) {
    if (muted) {
      return;
    }
    text = all;
    if (!item.isEmpty() && !itemHasText) {
      giveText();
      events.wholeText(item, all);
    } else if (!item.isEmpty()) {
      events.audioDone(item);
      item = "";
    }
  }

  /// The person spoke: sound up to this event is not to be played.
  void interrupted(long eventId) {
    voidUpTo = Math.max(voidUpTo, eventId);
    over(EngineEvents.Ending.CANCELLED);
  }

  /// Stops what is under way; false when nothing is.
  boolean stop() {
    return over(EngineEvents.Ending.CANCELLED);
  }

  void end() {
    cancelPause();
    over(EngineEvents.Ending.COMPLETED);
  }

  private void giveText() {
    itemHasText = true;
    events.words(item, text);
    text = "";
  }

  private void awaitPause() {
    cancelPause();
    pause =
        loop.schedule(() -> over(EngineEvents.Ending.COMPLETED), PAUSE_MS, TimeUnit.MILLISECONDS);
  }

  private void cancelPause() {
    if (pause != null) {
      pause.cancel(false);
      pause = null;
    }
  }

  private boolean over(EngineEvents.Ending ending) {
    cancelPause();
    if (!item.isEmpty()) {
      events.audioDone(item);
      item = "";
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
