package dev.carillon.bridge;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.call.CallBrief;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/// Stands where no voice engine is configured: every conversation fails at once, with that reason.
final class MissingEngine implements VoiceEngines, VoiceEngine {

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    loop.execute(() -> events.failed("not_configured"));
    return this;
  }

  @Override
  public String name() {
    return "none";
  }

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
