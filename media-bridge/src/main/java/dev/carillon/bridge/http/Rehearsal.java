package dev.carillon.bridge.http;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.line.TwilioLine;
import dev.carillon.bridge.openai.RehearsedEngine;
import dev.carillon.bridge.session.MediaSession;
import dev.carillon.bridge.session.Surroundings;
import dev.carillon.bridge.session.Tally;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.call.TranscriptLine;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Goes through whole conversations with nobody, at start-up: the first person who answers a call
/// must not wait for classes to be loaded and code to be compiled.
public final class Rehearsal {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final int CALLS = 12;
  private static final int FRAMES = 50;
  private static final String FRAME = Base64.getEncoder().encodeToString(new byte[160]);

  private Rehearsal() {}

  /// Takes a second or so of one core; touches nothing outside this process.
  public static void run() {
    for (int i = 0; i < CALLS; i++) {
      call();
    }
  }

  private static void call() {
    var channel = new EmbeddedChannel();
    var loop = channel.eventLoop();
    var engine = new RehearsedEngine();
    var around =
        new Surroundings(
            new Nobody(),
            new EngineRoster(engine, List.of()),
            (_, _) -> new Nowhere(),
            loop,
            Runnable::run,
            InstantSource.system(),
            new Uncounted(),
            _ -> {});
    channel
        .pipeline()
        .addLast(
            new TwilioLine(
                channel,
                line -> new MediaSession(NOBODY, "none", line, new LoopClock(loop), around)));
    receive(channel, "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    receive(
        channel,
        "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"callSid\":\"CA\",\"mediaFormat\":"
            + "{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}},\"streamSid\":\"MZ\"}");
    channel.runPendingTasks();
    engine.ready();
    engine.speaks();
    for (int i = 2; i < FRAMES; i++) {
      receive(
          channel,
          "{\"event\":\"media\",\"sequenceNumber\":\"%d\",\"media\":{\"track\":\"inbound\",\"chunk\":\"%d\",\"timestamp\":\"5\",\"payload\":\"%s\"},\"streamSid\":\"MZ\"}"
              .formatted(i, i, FRAME));
    }
    engine.interrupted();
    receive(channel, "{\"event\":\"stop\",\"sequenceNumber\":\"%d\"}".formatted(FRAMES));
    channel.runPendingTasks();
    channel.close();
    channel.runPendingTasks();
    channel.releaseOutbound();
    engine.forget();
  }

  private static void receive(EmbeddedChannel channel, String text) {
    channel.writeInbound(new TextWebSocketFrame(text));
  }

  private static final class Nobody implements CallDesk {
    @Override
    public StreamGrant claim(UUID callId, StreamClaim claim) {
      return new StreamGrant.Granted(
          new CallBrief(
              NOBODY,
              NOBODY,
              Direction.OUTBOUND,
              CallPurpose.REMINDER,
              "",
              "",
              "",
              "",
              "en",
              "marin",
              List.of(),
              List.of(),
              Duration.ofMinutes(1),
              List.of(),
              false,
              null,
              null));
    }

    @Override
    public ToolResult use(UUID callId, ToolUse use) {
      return new ToolResult("{}", null);
    }

    @Override
    public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
        throws DeskFailure {
      throw new DeskFailure(DeskFailure.Kind.UNAVAILABLE, null);
    }

    @Override
    public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) {
      return new Acknowledged(true);
    }
  }

  private static final class Nowhere implements Journal {
    @Override
    public void line(TranscriptLine line) {}

    @Override
    public void event(String name, Map<String, Object> detail) {}

    @Override
    public boolean awaitDelivered(Duration atMost) {
      return true;
    }

    @Override
    public void close() {}
  }

  private static final class Uncounted implements Tally {
    @Override
    public void ended(StreamEnd.Reason reason, Duration open) {}

    @Override
    public void protocolBroken(int closeCode) {}

    @Override
    public void answered(String engine, Duration took) {}

    @Override
    public void gaveWay(String engine, Duration took) {}

    @Override
    public void used(Usage usage) {}

    @Override
    public void engineFailed(String code) {}
  }
}
