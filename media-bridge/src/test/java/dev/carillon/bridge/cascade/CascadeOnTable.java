package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.RecordedEvents;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.playout.ManualClock;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.ToolSpec;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/// A cascade whose parts do what a test says, in its time.
final class CascadeOnTable {
  final List<String> asked = new ArrayList<>();
  final List<List<Message>> conversations = new ArrayList<>();
  final RecordedEvents events = new RecordedEvents();
  final ManualClock clock = new ManualClock();
  final Deque<Ears.Events> ears = new ArrayDeque<>();
  final Deque<Mind.Events> minds = new ArrayDeque<>();
  final Deque<Voice.Events> voices = new ArrayDeque<>();
  final CascadeEngine engine;
  private final EmbeddedChannel channel = new EmbeddedChannel();

  CascadeOnTable() {
    this(new KeptPhrases());
  }

  CascadeOnTable(KeptPhrases phrases) {
    engine =
        new CascadeEngine(
            new CascadeParts(new FakeEars(), new FakeMind(), new FakeVoice(), phrases),
            channel.eventLoop(),
            clock,
            events);
    engine.begin(brief());
  }

  /// What waits for its turn on the event loop happens.
  void settle() {
    channel.runPendingTasks();
  }

  void hears(byte[] mulaw) {
    var text = Unpooled.copiedBuffer(Base64.getEncoder().encode(mulaw));
    engine.hear(text, 0, text.readableBytes());
  }

  void voiceMakes(int bytes) {
    voices.getLast().sound(Unpooled.wrappedBuffer(new byte[bytes]));
  }

  static String base64(int bytes) {
    return Base64.getEncoder().encodeToString(new byte[bytes]);
  }

  static String text(ByteBuf buffer) {
    return buffer.toString(StandardCharsets.US_ASCII);
  }

  private static CallBrief brief() {
    return new CallBrief(
        new UUID(0, 1),
        new UUID(0, 2),
        Direction.OUTBOUND,
        CallPurpose.REMINDER,
        "Garage",
        "Be kind.",
        "Good morning.",
        "Call us.",
        "en-US",
        "marin",
        List.of(),
        List.of(new ToolSpec("confirm_appointment", "Confirms.", "{\"type\":\"object\"}")),
        Duration.ofMinutes(5),
        List.of(),
        false,
        null,
        null);
  }

  private final class FakeEars implements Ears {
    @Override
    public Listening open(EventLoop on, String language, Ears.Events listener) {
      ears.add(listener);
      return new Listening() {
        @Override
        public void hear(byte[] mulaw, int length) {}

        @Override
        public void flush() {}

        @Override
        public void closeTurn() {
          asked.add("closeTurn");
        }

        @Override
        public void close() {
          asked.add("ears closed");
        }
      };
    }
  }

  private final class FakeMind implements Mind {
    @Override
    public Thought think(
        List<Message> conversation,
        List<ToolSpec> tools,
        boolean mayUseTools,
        Executor on,
        Mind.Events listener) {
      conversations.add(List.copyOf(conversation));
      minds.add(listener);
      return () -> asked.add("cancel");
    }
  }

  private final class FakeVoice implements Voice {
    @Override
    public Speech open(EventLoop on, Voice.Events listener) {
      voices.add(listener);
      return new Speech() {
        @Override
        public void say(String text) {
          asked.add("say " + text);
        }

        @Override
        public void flush() {
          asked.add("flush");
        }

        @Override
        public void clear() {
          asked.add("clear");
        }

        @Override
        public void close() {
          asked.add("voice closed");
        }
      };
    }
  }
}
