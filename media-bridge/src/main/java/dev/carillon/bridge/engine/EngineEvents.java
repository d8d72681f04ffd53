package dev.carillon.bridge.engine;

import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import java.time.Duration;

/// What a voice engine reports, on the call's event loop.
public interface EngineEvents {

  /// The conversation is set up, with the right sound both ways.
  void ready();

  /// A response has begun, asked for or not.
  void responseBegan(String responseId);

  /// A piece of speech: base64 mu-law. Who keeps it retains `frame`.
  void audio(String responseId, String itemId, ByteBuf frame, int from, int length);

  /// More of an item's words.
  void words(String itemId, String more);

  /// All of an item's words, replacing what came before.
  void wholeText(String itemId, String text);

  /// No more sound will come for this item.
  void audioDone(String itemId);

  /// The model wants a tool. What it wrote is untrusted.
  void toolWanted(ToolUse use);

  /// The result of a tool is part of the conversation now.
  void toolResultTaken();

  /// A response is over.
  void responseEnded(String responseId, Ending ending);

  /// A response that was asked for was refused because another one is under way.
  void responseRefused();

  /// Somebody began to speak on the line.
  void personBegan();

  /// They stopped.
  void personStopped();

  /// What they said is part of the conversation; its text follows later, if at all.
  void turnTaken(String turnId);

  /// The words of a turn; empty when nothing was understood.
  void turnText(String turnId, String text);

  /// The provider has counted something it will bill. Comes at any time, also when the response it
  /// belongs to is long over.
  default void used(Usage usage) {}

  /// The engine owes something for longer than anybody should wait, and may yet send it. Where
  /// another engine is left, that one takes over.
  ///
  /// @param code short and technical, such as `mind_stalled`
  /// @param unheard how long ago something was said that the engine took no notice of; zero when it
  ///   knows all that was said
  default void stalled(String code, Duration unheard) {}

  /// The engine is lost: refused, died, closed, expired. Comes once, and nothing after it.
  ///
  /// @param code short and technical, such as `http_503` or `closed_1011`
  void failed(String code);

  /// How a response ended.
  enum Ending {
    COMPLETED,
    CANCELLED,
    FAILED
  }
}
