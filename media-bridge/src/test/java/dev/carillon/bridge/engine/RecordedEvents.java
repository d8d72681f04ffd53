package dev.carillon.bridge.engine;

import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Writes down what an engine reports.
public final class RecordedEvents implements EngineEvents {
  public final List<String> events = new ArrayList<>();

  @Override
  public void ready() {
    events.add("ready");
  }

  @Override
  public void responseBegan(String responseId) {
    events.add("began " + responseId);
  }

  @Override
  public void audio(String responseId, String itemId, ByteBuf frame, int from, int length) {
    events.add(
        "audio "
            + responseId
            + " "
            + itemId
            + " "
            + frame.toString(from, length, StandardCharsets.UTF_8));
  }

  @Override
  public void words(String itemId, String more) {
    events.add("words " + itemId + " " + more);
  }

  @Override
  public void wholeText(String itemId, String text) {
    events.add("text " + itemId + " " + text);
  }

  @Override
  public void audioDone(String itemId) {
    events.add("audioDone " + itemId);
  }

  @Override
  public void toolWanted(ToolUse use) {
    events.add("tool " + use.toolCallId() + " " + use.name() + " " + use.argumentsJson());
  }

  @Override
  public void toolResultTaken() {
    events.add("toolResultTaken");
  }

  @Override
  public void responseEnded(String responseId, Ending ending) {
    events.add("ended " + responseId + " " + ending);
  }

  @Override
  public void responseRefused() {
    events.add("refused");
  }

  @Override
  public void personBegan() {
    events.add("personBegan");
  }

  @Override
  public void personStopped() {
    events.add("personStopped");
  }

  @Override
  public void turnTaken(String turnId) {
    events.add("turn " + turnId);
  }

  @Override
  public void turnText(String turnId, String text) {
    events.add("turnText " + turnId + " " + text);
  }

  @Override
  public void stalled(String code, Duration unheard) {
    events.add("stalled " + code + (unheard.isZero() ? "" : " " + unheard.toMillis()));
  }

  @Override
  public void failed(String code) {
    events.add("failed " + code);
  }
}
