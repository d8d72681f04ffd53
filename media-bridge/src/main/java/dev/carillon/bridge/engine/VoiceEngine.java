package dev.carillon.bridge.engine;

import dev.carillon.call.CallBrief;
import io.netty.buffer.ByteBuf;

/// One conversation held by a voice engine. Audio both ways is mu-law, 8 kHz, mono, as base64 text.
/// All methods are called on the call's event loop and return at once; after [#close] they do
/// nothing.
public interface VoiceEngine {

  /// Sets the conversation up; answered by [EngineEvents#ready].
  void begin(CallBrief brief);

  /// Gives the engine what the person's line sent. The text is copied; nothing is sent before
  /// [#flush].
  void hear(ByteBuf base64, int from, int length);

  /// Sends what was heard.
  void flush();

  /// Makes the engine speak now, following `prompt`. Only one response may be under way; whoever
  /// calls keeps to that.
  void respond(Prompt prompt);

  /// Stops the response under way, if there is one.
  void stopResponding();

  /// Tells the engine that of this item no more than `heardMs` milliseconds reached the person.
  void heardOnly(String itemId, int heardMs);

  /// Gives the result of a tool back; answered by [EngineEvents#toolResultTaken]. The engine says
  /// nothing about it until [#respond].
  void toolAnswered(String toolCallId, String json);

  /// Adds what the person said without a voice, such as keys. The engine says nothing about it
  /// until [#respond].
  void typed(String words);

  /// While held, what is said on the line is still written down, but neither answered nor able to
  /// interrupt.
  void holdTurns(boolean held);

  /// Ends the turn the person is in the middle of, so that its words are not lost.
  void closeTurn();

  /// Ends the conversation. Repeating it is harmless.
  void close();
}
