package dev.carillon.bridge.engine;

import dev.carillon.call.CallBrief;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An engine that does what the test says, and writes down what it is asked.
public final class FakeEngine implements VoiceEngines, VoiceEngine {
  public final List<String> asked = new ArrayList<>();
  public EngineEvents events = new SilentEvents();
  public final List<CallBrief> begun = new ArrayList<>();
  private final String name;
  private int heardFrames;
  private int responses;
  private String active = "r0";

  public FakeEngine(String name) {
    this.name = name;
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents listener) {
    events = listener;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(CallBrief brief) {
    begun.add(brief);
    asked.add("begin");
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    heardFrames++;
  }

  @Override
  public void flush() {}

  @Override
  public void respond(Prompt prompt) {
    asked.add("respond " + prompt.instructions());
  }

  @Override
  public void stopResponding() {
    asked.add("stop");
  }

  @Override
  public void heardOnly(String itemId, int heardMs) {
    asked.add("heard " + itemId + " " + heardMs);
  }

  @Override
  public void toolAnswered(String toolCallId, String json) {
    asked.add("tool " + toolCallId + " " + json);
  }

  @Override
  public void typed(String words) {
    asked.add("typed " + words);
  }

  @Override
  public void holdTurns(boolean held) {
    asked.add("hold " + held);
  }

  @Override
  public void closeTurn() {
    asked.add("closeTurn");
  }

  @Override
  public void close() {
    asked.add("close");
  }

  public int heardFrames() {
    return heardFrames;
  }

  /// How often it was asked for a response whose instructions contain this.
  public long responsesAbout(String part) {
    return asked.stream().filter(a -> a.startsWith("respond ") && a.contains(part)).count();
  }

  /// Begins a response; its id is `r1`, `r2`, …
  public String begins() {
    active = "r" + ++responses;
    events.responseBegan(active);
    return active;
  }

  /// Makes `ms` milliseconds of speech of an item, in pieces of 100 ms, with its words.
  public void speaks(String itemId, int ms, String text) {
    for (int made = 0; made < ms; made += 100) {
      audio(active, itemId, Math.min(100, ms - made));
    }
    events.wholeText(itemId, text);
    events.audioDone(itemId);
  }

  public void audio(String responseId, String itemId, int ms) {
    var text = Base64.getEncoder().encodeToString(new byte[ms * 8]);
    var frame = Unpooled.copiedBuffer("\"" + text + "\"", StandardCharsets.UTF_8);
    events.audio(responseId, itemId, frame, 1, text.length());
    frame.release();
  }

  public void ends() {
    events.responseEnded(active, EngineEvents.Ending.COMPLETED);
  }

  public void endsWith(EngineEvents.Ending ending) {
    events.responseEnded(active, ending);
  }

  /// A whole response with one spoken item.
  public void says(String itemId, int ms, String text) {
    begins();
    speaks(itemId, ms, text);
    ends();
  }

  private static final class SilentEvents extends EventsAdapter {}
}
