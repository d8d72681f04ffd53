package dev.carillon.bridge.engine;

import dev.carillon.call.CallBrief;
import io.netty.buffer.ByteBuf;

/// An engine that gives its slot back when it is closed.
final class SlottedEngine implements VoiceEngine {
  private final VoiceEngine engine;
  private final Runnable giveBack;
  private boolean closed;

  SlottedEngine(VoiceEngine engine, Runnable giveBack) {
    this.engine = engine;
    this.giveBack = giveBack;
  }

  @Override
  public void begin(CallBrief brief) {
    engine.begin(brief);
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    engine.hear(base64, from, length);
  }

  @Override
  public void flush() {
    engine.flush();
  }

  @Override
  public void respond(Prompt prompt) {
    engine.respond(prompt);
  }

  @Override
  public void stopResponding() {
    engine.stopResponding();
  }

  @Override
  public void heardOnly(String itemId, int heardMs) {
    engine.heardOnly(itemId, heardMs);
  }

  @Override
  public void toolAnswered(String toolCallId, String json) {
    engine.toolAnswered(toolCallId, json);
  }

  @Override
  public void typed(String words) {
    engine.typed(words);
  }

  @Override
  public void holdTurns(boolean held) {
    engine.holdTurns(held);
  }

  @Override
  public void closeTurn() {
    engine.closeTurn();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      giveBack.run();
    }
    engine.close();
  }
}
