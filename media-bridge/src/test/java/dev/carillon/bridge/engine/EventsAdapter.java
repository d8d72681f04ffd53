package dev.carillon.bridge.engine;

import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;

/// Hears everything and does nothing.
public abstract class EventsAdapter implements EngineEvents {
  @Override
  public void ready() {}

  @Override
  public void responseBegan(String responseId) {}

  @Override
  public void audio(String responseId, String itemId, ByteBuf frame, int from, int length) {}

  @Override
  public void words(String itemId, String more) {}

  @Override
  public void wholeText(String itemId, String text) {}

  @Override
  public void audioDone(String itemId) {}

  @Override
  public void toolWanted(ToolUse use) {}

  @Override
  public void toolResultTaken() {}

  @Override
  public void responseEnded(String responseId, Ending ending) {}

  @Override
  public void responseRefused() {}

  @Override
  public void personBegan() {}

  @Override
  public void personStopped() {}

  @Override
  public void turnTaken(String turnId) {}

  @Override
  public void turnText(String turnId, String text) {}

  @Override
  public void failed(String code) {}
}
