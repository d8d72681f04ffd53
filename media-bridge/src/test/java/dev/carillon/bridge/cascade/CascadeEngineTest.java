package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.RecordedEvents;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CascadeEngineTest {
  private final List<String> asked = new ArrayList<>();
  private final List<List<Message>> conversations = new ArrayList<>();
  private final RecordedEvents events = new RecordedEvents();
  private final EventLoop loop = new EmbeddedChannel().eventLoop();
  private final Deque<Ears.Events> ears = new ArrayDeque<>();
  private final Deque<Mind.Events> minds = new ArrayDeque<>();
  private final CascadeEngine engine =
      new CascadeEngine(new FakeEars(), new FakeMind(), new FakeVoice(), loop, events, () -> 0);

  @BeforeEach
  void begin() {
    engine.begin(brief());
  }

  @Test
  void itIsReadyWhenItHearsAndSpeaks() {
    ears.getLast().listening();
    assertThat(events.events).isEmpty();

    engine.canSpeak();

    assertThat(events.events).containsExactly("ready");
  }

  @Test
  void aTurnIsAnsweredAtOnce() {
    ears.getLast().personBegan();
    ears.getLast().turn("Who is this?");
    minds.getLast().text("This is the garage. ");
    engine.sound(sound(160));

    assertThat(events.events)
        .containsExactly(
            "personBegan",
            "personStopped",
            "turn turn-1",
            "turnText turn-1 Who is this?",
            "began answer-1",
            "words speech-1 This is the garage. ",
            "audio answer-1 speech-1 " + base64(160));
    assertThat(conversations.getFirst())
        .containsExactly(new Message.Instruction("Be kind."), new Message.Person("Who is this?"));
  }

  @Test
  void theFirstSentenceIsSpokenBeforeTheSecondIsThoughtOf() {
    ears.getLast().turn("Hello?");

    minds.getLast().text("Good morning. Your");

    assertThat(asked).containsExactly("say Good morning.", "flush");
  }

  @Test
  void anAnswerEndsWhenItsLastSoundHasCome() {
    ears.getLast().turn("Hello?");
    minds.getLast().text("Good morning. Who is there?");
    minds.getLast().thought();
    engine.flushed();
    assertThat(events.events).doesNotContain("ended answer-1 COMPLETED");

    engine.flushed();

    assertThat(events.events).endsWith("audioDone speech-1", "ended answer-1 COMPLETED");
  }

  @Test
  void whoBeginsToSpeakStopsTheAnswer() {
    ears.getLast().turn("Hello?");
    minds.getLast().text("Good morning, this is the garage. And");

    ears.getLast().personBegan();

    assertThat(asked).endsWith("cancel", "clear");
    assertThat(events.events).endsWith("personBegan", "ended answer-1 CANCELLED");
  }

  @Test
  void whatWasCutIsKeptOnlyAsFarAsItWasHeard() {
    ears.getLast().turn("Hello?");
    minds.getLast().text("Your appointment is tomorrow at ten. And");
    engine.sound(sound(16_000));
    engine.flushed();
    ears.getLast().personBegan();
    engine.heardOnly("speech-1", 1_000);

    ears.getLast().turn("Yes.");

    assertThat(conversations.getLast())
        .contains(new Message.Agent("Your appointment", List.of()), new Message.Person("Yes."));
  }

  @Test
  void aToolIsAskedForWhenTheAnswerIsWhole() {
    ears.getLast().turn("I will be there.");
    minds.getLast().tool(new ToolUse("c1", "confirm_appointment", "{}"));
    minds.getLast().thought();
    engine.toolAnswered("c1", "{\"confirmed\":true}");
    engine.respond(Prompt.AFTER_TOOLS);

    assertThat(events.events)
        .containsSubsequence(
            "tool c1 confirm_appointment {}", "ended answer-1 COMPLETED", "toolResultTaken");
    assertThat(conversations.getLast())
        .endsWith(new Message.ToolAnswer("c1", "{\"confirmed\":true}"));
  }

  @Test
  void exactWordsAreSpokenAsTheyAre() {
    engine.respond(Prompt.exactly("Say exactly this: ", "Good morning. This is an AI."));

    assertThat(asked).containsExactly("say Good morning. This is an AI.", "flush");
    assertThat(conversations).isEmpty();
  }

  @Test
  void whileTurnsAreHeldNobodyIsAnsweredOrInterrupted() {
    engine.respond(Prompt.exactly("Say exactly this: ", "Please call us back."));
    engine.holdTurns(true);

    ears.getLast().personBegan();
    ears.getLast().turn("Leave a message.");

    assertThat(conversations).isEmpty();
    assertThat(asked).doesNotContain("clear");
    assertThat(events.events).contains("turnText turn-1 Leave a message.");
  }

  @Test
  void oneLostPartIsTheLossOfAll() {
    ears.getLast().earsLost("http_503");
    engine.voiceLost("closed_1011");

    assertThat(events.events).containsExactly("failed ears_http_503");
    assertThat(asked).contains("voice closed");
  }

  @Test
  void aSecondAnswerIsRefusedWhileOneIsUnderWay() {
    ears.getLast().turn("Hello?");

    engine.respond(Prompt.going(""));

    assertThat(events.events).endsWith("refused");
    assertThat(conversations).hasSize(1);
  }

  private static ByteBuf sound(int bytes) {
    return Unpooled.wrappedBuffer(new byte[bytes]);
  }

  private static String base64(int bytes) {
    return java.util.Base64.getEncoder().encodeToString(new byte[bytes]);
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
        public void hear(ByteBuf base64, int from, int length) {}

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
      conversations.add(conversation);
      minds.add(listener);
      return () -> asked.add("cancel");
    }
  }

  private final class FakeVoice implements Voice {
    @Override
    public Speech open(EventLoop on, Voice.Events listener) {
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
