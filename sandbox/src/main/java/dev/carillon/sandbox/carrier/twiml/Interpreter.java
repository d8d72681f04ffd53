package dev.carillon.sandbox.carrier.twiml;

import dev.carillon.sandbox.carrier.webhook.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs documents on a line, verb after verb, until nothing is left. Never blocks: each verb says
/// when it is done.
public final class Interpreter {
  private static final int MOST_DOCUMENTS = 60;

  private final Line line;
  private final Deque<Verb> verbs = new ArrayDeque<>();
  private String base = "";
  private int documents;
  private int step;
  private boolean cancelled;

  public Interpreter(Line line) {
    this.line = line;
  }

  /// Fetches a document and runs it; `fallback` is asked when that fails.
  public void runUrl(String url, String method, @Nullable String fallback) {
    fetch(url, method, Map.of(), fallback);
  }

  /// Runs a document that is already here.
  public void runText(String text) {
    run(text, "");
  }

  /// Stops where it is; nothing more happens on the line.
  public void cancel() {
    cancelled = true;
    verbs.clear();
  }

  private void fetch(
      String url, String method, Map<String, String> extra, @Nullable String fallback) {
    if (++documents > MOST_DOCUMENTS) {
      line.over("too many documents");
      return;
    }
    int fetching = ++step;
    line.fetch(
        url,
        method,
        extra,
        answer -> {
          if (isCurrent(fetching)) {
            fetched(url, answer, fallback);
          }
        });
  }

  private void fetched(String url, Answer answer, @Nullable String fallback) {
    if (!answer.taken()) {
      if (fallback == null) {
        line.over("11200 the webhook answered " + answer.status());
      } else {
        fetch(fallback, "POST", Map.of("ErrorCode", "11200", "ErrorUrl", url), null);
      }
      return;
    }
    String type = answer.contentType().toLowerCase(Locale.ROOT);
    if (!answer.body().isBlank() && !type.contains("xml") && !type.startsWith("text/html")) {
      line.breach("12300 the document is of the type " + type);
    }
    run(answer.body(), url);
  }

  private void run(String text, String documentUrl) {
    TwimlDocument document = TwimlReader.read(text);
    document.breaches().forEach(line::breach);
    if (!document.readable()) {
      line.over(document.breaches().getFirst());
      return;
    }
    base = documentUrl;
    verbs.clear();
    verbs.addAll(document.verbs());
    line.begins(document);
    next();
  }

  private void next() {
    if (cancelled) {
      return;
    }
    Verb verb = verbs.poll();
    if (verb == null) {
      line.over("end of document");
      return;
    }
    run(verb);
  }

  private void run(Verb verb) {
    switch (verb) {
      case Verb.Say say -> repeat(say.times(), then -> line.say(say.text(), then), thenNext());
      case Verb.Play play ->
          repeat(play.times(), then -> line.play(resolved(play.url()), then), thenNext());
      case Verb.Pause pause -> line.pause(pause.length(), thenNext());
      case Verb.Redirect redirect ->
          fetch(resolved(redirect.url()), redirect.method(), Map.of(), null);
      case Verb.Hangup _ -> line.over("hang-up");
      case Verb.Reject reject -> line.reject(reject.busy());
      case Verb.Connect connect ->
          line.stream(
              connect.stream(),
              resolved(connect.stream().callback()),
              thenAction(connect.action()));
      case Verb.StartRecording recording -> {
        line.startRecording(resolved(recording.callback()), recording.dual());
        next();
      }
      case Verb.Dial dial -> line.dial(dial, thenAction(dial.action()));
      case Verb.Gather gather -> gather(gather);
      case Verb.RecordVoice voice ->
          line.recordVoice(voice, resolved(voice.callback()), thenAction(voice.action()));
      case Verb.Message _ -> {
        line.breach("12200 Message in a call's document");
        next();
      }
    }
  }

  /// The prompts are heard while keys and words are already taken; the first to end the gathering
  /// wins.
  private void gather(Verb.Gather gather) {
    int gathering = ++step;
    Runnable promptsOver =
        line.gather(
            gather.input(),
            result -> {
              if (isCurrent(gathering)) {
                step++;
                afterGather(gather, result);
              }
            });
    prompts(new ArrayDeque<>(gather.prompts()), gathering, promptsOver);
  }

  private void prompts(Deque<Verb> prompts, int gathering, Runnable over) {
    if (!isCurrent(gathering)) {
      return;
    }
    Runnable then = () -> prompts(prompts, gathering, over);
    switch (prompts.poll()) {
      case Verb.Say say -> line.say(say.text(), then);
      case Verb.Play play -> line.play(resolved(play.url()), then);
      case Verb.Pause pause -> line.pause(pause.length(), then);
      case null, default -> over.run();
    }
  }

  private void afterGather(Verb.Gather gather, Map<String, String> result) {
    if (result.isEmpty() && !gather.input().reportsNothing()) {
      next();
      return;
    }
    Verb.Action action = gather.action();
    if (action == null) {
      fetch(base, "POST", result, null);
    } else {
      fetch(resolved(action.url()), action.method(), result, null);
    }
  }

  private void repeat(int times, Consumer<Runnable> once, Runnable then) {
    if (times <= 1) {
      once.accept(then);
    } else {
      int repeating = step;
      once.accept(() -> {
        if (isCurrent(repeating)) {
          repeat(times - 1, once, then);
        }
      });
    }
  }

  private Runnable thenNext() {
    int waiting = ++step;
    return () -> {
      if (isCurrent(waiting)) {
        next();
      }
    };
  }

  private Consumer<Map<String, String>> thenAction(Verb.@Nullable Action action) {
    int waiting = ++step;
    return result -> {
      if (!isCurrent(waiting)) {
        return;
      }
      if (action == null) {
        next();
      } else {
        fetch(resolved(action.url()), action.method(), result, null);
      }
    };
  }

  private boolean isCurrent(int expected) {
    return !cancelled && step == expected;
  }

  private Verb.Callback resolved(Verb.Callback callback) {
    String url = callback.url();
    return url == null
        ? callback
        : new Verb.Callback(resolved(url), callback.method(), callback.events());
  }

  private String resolved(String url) {
    try {
      return base.isEmpty() ? url : URI.create(base).resolve(url).toString();
    } catch (IllegalArgumentException e) {
      line.breach("11100 the document holds an invalid URL");
      return url;
    }
  }

  /// What a document can do to the call it controls. URLs given to it are whole. What ends later
  /// calls `then` exactly once, on the world's thread.
  public interface Line {
    /// A document has been read and its first verb is about to run.
    void begins(TwimlDocument document);

    void fetch(String url, String method, Map<String, String> extra, Consumer<Answer> then);

    void say(String text, Runnable then);

    void play(String url, Runnable then);

    void pause(Duration length, Runnable then);

    void stream(Verb.Stream stream, Verb.Callback status, Consumer<Map<String, String>> then);

    void dial(Verb.Dial dial, Consumer<Map<String, String>> then);

    /// Takes keys and words from now on; the returned action is to be run when the prompts are
    /// over.
    Runnable gather(Verb.Input input, Consumer<Map<String, String>> then);

    void recordVoice(
        Verb.RecordVoice record, Verb.Callback status, Consumer<Map<String, String>> then);

    void startRecording(Verb.Callback status, boolean dual);

    /// Refuses the call; nothing follows.
    void reject(boolean busy);

    /// Nothing is left to do: the call ends.
    void over(String why);

    /// The document broke a rule.
    void breach(String what);
  }
}
