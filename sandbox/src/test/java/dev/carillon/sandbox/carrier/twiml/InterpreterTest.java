package dev.carillon.sandbox.carrier.twiml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.sandbox.carrier.webhook.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class InterpreterTest {
  private final RecordingLine line = new RecordingLine();
  private final Interpreter interpreter = new Interpreter(line);

  @Test
  void verbsRunInOrderAndTheEndHangsUp() {
    interpreter.runText("<Response><Say>One</Say><Pause length=\"3\"/><Say>Two</Say></Response>");

    line.finishAll();

    assertThat(line.done)
        .containsExactly("say One", "pause PT3S", "say Two", "over end of document");
  }

  @Test
  void afterAStreamTheNextVerbRuns() {
    line.documents.put(
        "http://app/voice",
        "<Response><Connect><Stream"
            + " url=\"wss://b/m\"/></Connect><Redirect>/resume</Redirect></Response>");
    line.documents.put("http://app/resume", "<Response><Hangup/></Response>");

    interpreter.runUrl("http://app/voice", "POST", null);
    line.finishAll();

    assertThat(line.done)
        .containsExactly(
            "fetch http://app/voice {}",
            "stream wss://b/m",
            "fetch http://app/resume {}",
            "over hang-up");
  }

  @Test
  void theActionOfAVerbTakesOverFromTheRest() {
    line.documents.put(
        "http://app/d",
        "<Response><Dial action=\"/after\">+14155550100</Dial><Say>never</Say></Response>");
    line.documents.put("http://app/after", "<Response/>");

    interpreter.runUrl("http://app/d", "POST", null);
    line.finishAll();

    assertThat(line.done)
        .containsExactly(
            "fetch http://app/d {}",
            "dial [+14155550100]",
            "fetch http://app/after {result=x}",
            "over end of document");
  }

  @Test
  void aFailedWebhookAsksTheFallbackAndThenEndsTheCall() {
    interpreter.runUrl("http://app/missing", "POST", "http://app/fallback");
    line.finishAll();

    assertThat(line.done)
        .containsExactly(
            "fetch http://app/missing {}",
            "fetch http://app/fallback {ErrorCode=11200, ErrorUrl=http://app/missing}",
            "over 11200 the webhook answered 404");
  }

  @Test
  void aCancelledDocumentDoesNothingMore() {
    interpreter.runText("<Response><Say>One</Say><Say>Two</Say></Response>");
    interpreter.cancel();

    line.finishAll();

    assertThat(line.done).containsExactly("say One");
  }

  @Test
  void digitsGatheredDuringAPromptEndItAndGoToTheAction() {
    line.documents.put(
        "http://app/g",
        "<Response><Gather action=\"/digits\"><Say>Press</Say></Gather><Say>late</Say></Response>");
    line.documents.put("http://app/digits", "<Response><Hangup/></Response>");
    interpreter.runUrl("http://app/g", "POST", null);
    line.finishNext();

    line.gathered.accept(Map.of("Digits", "7"));
    line.finishAll();

    assertThat(line.done)
        .containsExactly(
            "fetch http://app/g {}",
            "say Press",
            "fetch http://app/digits {Digits=7}",
            "over hang-up");
  }

  @Test
  void aGatheringWithoutInputGoesOn() {
    interpreter.runText("<Response><Gather action=\"/digits\"/><Say>Nothing</Say></Response>");

    line.gathered.accept(Map.of());
    line.finishAll();

    assertThat(line.done).containsExactly("prompts over", "say Nothing", "over end of document");
  }

  @Test
  void documentsThatChaseEachOtherEnd() {
    line.documents.put("http://app/loop", "<Response><Redirect>/loop</Redirect></Response>");

    interpreter.runUrl("http://app/loop", "POST", null);
    line.finishAll();

    assertThat(line.done).last().isEqualTo("over too many documents");
  }

  private static final class RecordingLine implements Interpreter.Line {
    private final List<String> done = new ArrayList<>();
    private final Map<String, String> documents = new HashMap<>();
    private final List<Runnable> open = new ArrayList<>();
    private Consumer<Map<String, String>> gathered = result -> {};

    void finishNext() {
      open.removeFirst().run();
    }

    void finishAll() {
      while (!open.isEmpty()) {
        finishNext();
      }
    }

    @Override
    public void begins(TwimlDocument document) {}

    @Override
    public void fetch(String url, String method, Map<String, String> extra, Consumer<Answer> then) {
      done.add("fetch " + url + " " + new java.util.TreeMap<>(extra));
      String body = documents.get(url);
      Answer answer =
          body == null ? new Answer(404, "", "") : new Answer(200, body, "application/xml");
      open.add(() -> then.accept(answer));
    }

    @Override
    public void say(String text, Runnable then) {
      done.add("say " + text);
      open.add(then);
    }

    @Override
    public void play(String url, Runnable then) {
      done.add("play " + url);
      open.add(then);
    }

    @Override
    public void pause(Duration length, Runnable then) {
      done.add("pause " + length);
      open.add(then);
    }

    @Override
    public void stream(
        Verb.Stream stream, Verb.Callback status, Consumer<Map<String, String>> then) {
      done.add("stream " + stream.url());
      open.add(() -> then.accept(Map.of()));
    }

    @Override
    public void dial(Verb.Dial dial, Consumer<Map<String, String>> then) {
      done.add("dial " + dial.numbers());
      open.add(() -> then.accept(Map.of("result", "x")));
    }

    @Override
    public Runnable gather(Verb.Input input, Consumer<Map<String, String>> then) {
      gathered = then;
      return () -> done.add("prompts over");
    }

    @Override
    public void recordVoice(
        Verb.RecordVoice record, Verb.Callback status, Consumer<Map<String, String>> then) {
      done.add("record");
      open.add(() -> then.accept(Map.of()));
    }

    @Override
    public void startRecording(Verb.Callback status, boolean dual) {
      done.add("start recording");
    }

    @Override
    public void reject(boolean busy) {
      done.add("reject");
    }

    @Override
    public void over(String why) {
      done.add("over " + why);
    }

    @Override
    public void breach(String what) {
      done.add("breach " + what);
    }
  }
}
