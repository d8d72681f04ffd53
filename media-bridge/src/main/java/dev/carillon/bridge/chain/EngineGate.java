package dev.carillon.bridge.chain;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets one engine's events through until another one takes over, and remembers what the next one
/// needs to know.
final class EngineGate implements EngineEvents {

  /// Who decides what a loss means.
  interface Owner {
    void ready();

    void lost(String code);

    void stalled(String code, Duration unheard);
  }

  private final String prefix;
  private final EngineEvents outward;
  private final Owner owner;
  private final String[] knownResponse = {"", ""};
  private final String[] knownItem = {"", ""};
  private final Set<String> tools = new HashSet<>();
  private long frames;
  private long personBeganAt;
  private boolean personUnanswered;
  private boolean ready;
  private boolean shut;

  /// @param prefix makes this engine's ids its own; engines of a kind count alike
  EngineGate(String prefix, EngineEvents outward, Owner owner) {
    this.prefix = prefix;
    this.outward = outward;
    this.owner = owner;
  }

  void shut() {
    shut = true;
  }

  /// The id as the engine knows it; null when it is another engine's.
  @Nullable String own(String id) {
    return id.startsWith(prefix) ? id.substring(prefix.length()) : null;
  }

  private String outer(String id) {
    return prefix.isEmpty() ? id : prefix + id;
  }

  /// The same for ids that come with frame after frame, so that their texts are made once.
  private static String outer(String prefix, String id, String[] known) {
    if (prefix.isEmpty()) {
      return id;
    }
    if (!id.equals(known[0])) {
      known[0] = id;
      known[1] = prefix + id;
    }
    return known[1];
  }

  /// A frame of the person's line was passed on.
  void frame() {
    frames++;
  }

  boolean wasReady() {
    return ready;
  }

  /// Whether the person has begun to speak and got neither an answer nor their words written down.
  boolean personUnanswered() {
    return personUnanswered;
  }

  long framesSincePersonBegan() {
    return frames - personBeganAt;
  }

  /// Whether this engine wanted that tool.
  boolean wanted(String toolCallId) {
    return tools.contains(toolCallId);
  }

  @Override
  public void ready() {
    if (!shut) {
      ready = true;
      owner.ready();
    }
  }

  @Override
  public void failed(String code) {
    if (!shut) {
      shut = true;
      owner.lost(code);
    }
  }

  @Override
  public void stalled(String code, Duration unheard) {
    if (!shut) {
      owner.stalled(code, unheard);
    }
  }

  @Override
  public void responseBegan(String responseId) {
    if (!shut) {
      outward.responseBegan(outer(responseId));
    }
  }

  @Override
  public void audio(String responseId, String itemId, ByteBuf frame, int from, int length) {
    if (!shut) {
      personUnanswered = false;
      outward.audio(
          outer(prefix, responseId, knownResponse),
          outer(prefix, itemId, knownItem),
          frame,
          from,
          length);
    }
  }

  @Override
  public void words(String itemId, String more) {
    if (!shut) {
      outward.words(outer(itemId), more);
    }
  }

  @Override
  public void wholeText(String itemId, String text) {
    if (!shut) {
      outward.wholeText(outer(itemId), text);
    }
  }

  @Override
  public void audioDone(String itemId) {
    if (!shut) {
      outward.audioDone(outer(itemId));
    }
  }

  @Override
  public void toolWanted(ToolUse use) {
    if (!shut) {
      tools.add(use.toolCallId());
      outward.toolWanted(use);
    }
  }

  @Override
  public void toolResultTaken() {
    if (!shut) {
      outward.toolResultTaken();
    }
  }

  @Override
  public void responseEnded(String responseId, Ending ending) {
    if (!shut) {
      outward.responseEnded(outer(responseId), ending);
    }
  }

  /// What a lost engine used is to be paid all the same.
  @Override
  public void used(Usage usage) {
    outward.used(usage);
  }

  @Override
  public void responseRefused() {
    if (!shut) {
      outward.responseRefused();
    }
  }

  @Override
  public void personBegan() {
    if (!shut) {
      personUnanswered = true;
      personBeganAt = frames;
      outward.personBegan();
    }
  }

  @Override
  public void personStopped() {
    if (!shut) {
      outward.personStopped();
    }
  }

  @Override
  public void turnTaken(String turnId) {
    if (!shut) {
      outward.turnTaken(outer(turnId));
    }
  }

  @Override
  public void turnText(String turnId, String text) {
    if (!shut) {
      personUnanswered = false;
      outward.turnText(outer(turnId), text);
    }
  }
}
