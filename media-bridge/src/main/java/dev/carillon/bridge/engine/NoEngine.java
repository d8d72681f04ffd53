package dev.carillon.bridge.engine;

import dev.carillon.call.CallBrief;
import io.netty.buffer.ByteBuf;

/// Stands for an engine that there is not: takes everything and does nothing.
public final class NoEngine implements VoiceEngine {
  @Override
  public void begin(CallBrief brief) {}

  @Override
  public void hear(ByteBuf base64, int from, int length) {}

  @Override
  public void flush() {}

  @Override
  public void respond(Prompt prompt) {}

  @Override
  public void stopResponding() {}

  @Override
  public void heardOnly(String itemId, int heardMs) {}

  @Override
  public void toolAnswered(String toolCallId, String json) {}

  @Override
  public void typed(String words) {}

  @Override
  public void holdTurns(boolean held) {}

  @Override
  public void closeTurn() {}

  @Override
  public void close() {}
}
