package dev.carillon.sandbox.carrier.twiml;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One instruction of a document, checked and with the carrier's defaults filled in. URLs are as
/// written: relative ones count from the document's own.
public sealed interface Verb {
  /// Speaks.
  record Say(String text, int times) implements Verb {}

  /// Plays an audio file.
  record Play(String url, int times) implements Verb {}

  /// Waits.
  record Pause(Duration length) implements Verb {}

  /// Fetches another document and leaves this one.
  record Redirect(String url, String method) implements Verb {}

  /// Ends the call.
  record Hangup() implements Verb {}

  /// Refuses an inbound call without answering it.
  record Reject(boolean busy) implements Verb {}

  /// Connects a media stream and waits until it is over.
  record Connect(Stream stream, @Nullable Action action) implements Verb {}

  /// Begins to record and goes on at once.
  record StartRecording(Callback callback, boolean dual) implements Verb {}

  /// Calls somebody else and connects the two.
  record Dial(List<String> numbers, Duration timeout, @Nullable Action action) implements Verb {}

  /// Waits for keys or words while the prompts are heard.
  record Gather(List<Verb> prompts, Input input, @Nullable Action action) implements Verb {}

  /// Records what the person says.
  record RecordVoice(
      Duration silence, Duration longest, boolean beep, @Nullable Action action, Callback callback)
      implements Verb {}

  /// Sends a text; only in answers to one.
  record Message(String text) implements Verb {}

  /// Where a verb's result is sent; the answer takes over from the rest of the document.
  record Action(String url, String method) {}

  /// Where events are reported; none when the URL is null.
  record Callback(@Nullable String url, String method, List<String> events) {
    public Callback {
      events = List.copyOf(events);
    }
  }

  /// A media stream: `parameters` are handed to the customer in the start message.
  record Stream(String url, String name, Map<String, String> parameters, Callback callback) {
    public Stream {
      parameters = Map.copyOf(parameters);
    }
  }

  /// What ends a gathering.
  record Input(
      boolean keys,
      boolean speech,
      Duration timeout,
      int digits,
      String finishOnKey,
      boolean reportsNothing) {}
}
