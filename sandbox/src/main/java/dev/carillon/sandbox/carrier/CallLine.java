package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.carrier.handset.Handset;
import dev.carillon.sandbox.carrier.media.MediaStream;
import dev.carillon.sandbox.carrier.recording.Recording;
import dev.carillon.sandbox.carrier.twiml.Interpreter;
import dev.carillon.sandbox.carrier.twiml.TwimlDocument;
import dev.carillon.sandbox.carrier.twiml.Verb;
import dev.carillon.sandbox.carrier.webhook.Answer;
import dev.carillon.sandbox.carrier.webhook.Webhook;
import dev.carillon.sandbox.people.Voice;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the verbs of one document chain do to one call.
final class CallLine implements Interpreter.Line {
  private static final Voice CARRIER_VOICE = new Voice(115, 1);
  private static final String OFFICE = "Hello, this is the office. How can I help you?";
  private static final Duration OFFICE_TALKS = Duration.ofSeconds(3);

  private final Call call;
  private final Exchange exchange;
  private final CallReports reports;
  private final @Nullable Handset handset;
  private final @Nullable CallAudio audio;
  private @Nullable Runnable stopStream;
  private @Nullable Gathering gathering;
  private boolean left;

  CallLine(
      Call call,
      Exchange exchange,
      CallReports reports,
      @Nullable Handset handset,
      @Nullable CallAudio audio) {
    this.call = call;
    this.exchange = exchange;
    this.reports = reports;
    this.handset = handset;
    this.audio = audio;
  }

  /// Other TwiML takes over, or the call is over.
  void leave() {
    left = true;
    gathering = null;
    if (audio != null) {
      audio.hush();
    }
    if (stopStream != null) {
      stopStream.run();
    }
  }

  void pressed(String digits) {
    MediaStream stream = audio == null ? null : audio.stream();
    if (stream != null) {
      digits.chars().forEach(digit -> stream.key((char) digit));
    } else if (gathering != null) {
      gathering.pressed(digits);
    }
  }

  void said(byte[] sound) {
    if (gathering != null) {
      gathering.said(sound);
    }
  }

  @Override
  public void begins(TwimlDocument document) {
    boolean rejects =
        !document.verbs().isEmpty() && document.verbs().getFirst() instanceof Verb.Reject;
    if (!rejects) {
      call.pickUp();
    }
  }

  @Override
  public void fetch(String url, String method, Map<String, String> extra, Consumer<Answer> then) {
    Map<String, String> fields = reports.fields();
    fields.putAll(extra);
    exchange.notices().ask(new Webhook(call.sid(), "voice", url, method, fields, null), then);
  }

  @Override
  public void say(String text, Runnable then) {
    synthesise(text, sound -> play(sound, then));
  }

  @Override
  public void play(String url, Runnable then) {
    exchange.ledger().write("play", "sid", call.sid(), "url", url);
    exchange
        .handsets()
        .workers()
        .execute(() -> {
          byte[] sound = WavFile.fetch(url);
          exchange
              .clock()
              .execute(() -> {
                if (sound.length == 0) {
                  breach("12300 what was to be played is no mu-law or PCM WAV of 8 kHz");
                }
                play(sound, then);
              });
        });
  }

  private void play(byte[] sound, Runnable then) {
    if (!left && audio != null && handset != null) {
      handset.lineOpened();
      audio.play(sound, then);
    }
  }

  private void synthesise(String text, Consumer<byte[]> then) {
    exchange
        .handsets()
        .workers()
        .execute(() -> {
          byte[] sound = exchange.handsets().language().speak(CARRIER_VOICE, text);
          exchange.clock().execute(() -> then.accept(sound));
        });
  }

  @Override
  public void pause(Duration length, Runnable then) {
    call.after(length, then);
  }

  @Override
  public void stream(Verb.Stream stream, Verb.Callback status, Consumer<Map<String, String>> then) {
    int millis = 50 + call.part().chance("stream").nextInt(100);
    call.after(
        Duration.ofMillis(millis),
        () -> {
          if (!left) {
            connect(stream, status, then);
          }
        });
  }

  private void connect(Verb.Stream noun, Verb.Callback status, Consumer<Map<String, String>> then) {
    String streamSid = exchange.sids().next("MZ");
    StreamWatch watch = new StreamWatch(streamSid, noun, status, then);
    MediaStream stream =
        new MediaStream(
            new MediaStream.StreamId(exchange.account().sid(), call.sid(), streamSid),
            noun.url(),
            noun.parameters(),
            exchange.faults().strikeMedia(call.part().phoneNumber(), call.part().attempt()),
            exchange.ledger(),
            watch);
    watch.stream = stream;
    stopStream = watch::stop;
    stream.connect(exchange.sockets(), exchange.signature().of(noun.url(), Map.of()));
  }

  @Override
  public void dial(Verb.Dial dial, Consumer<Map<String, String>> then) {
    String childSid = exchange.sids().next("CA");
    for (String number : dial.numbers()) {
      exchange.ledger().write("dial", "sid", call.sid(), "to", number, "child", childSid);
    }
    Map<String, String> result =
        Map.of(
            "DialCallStatus",
            "completed",
            "DialCallSid",
            childSid,
            "DialCallDuration",
            Long.toString(OFFICE_TALKS.toSeconds()),
            "DialBridged",
            "true");
    synthesise(
        OFFICE, sound -> play(sound, () -> call.after(OFFICE_TALKS, () -> then.accept(result))));
  }

  @Override
  public Runnable gather(Verb.Input input, Consumer<Map<String, String>> then) {
    Gathering fresh =
        new Gathering(
            input,
            exchange,
            call,
            result -> {
              gathering = null;
              if (!left && audio != null) {
                audio.hush();
              }
              then.accept(result);
            });
    gathering = fresh;
    return fresh::promptsOver;
  }

  @Override
  public void recordVoice(
      Verb.RecordVoice record, Verb.Callback status, Consumer<Map<String, String>> then) {
    if (handset == null) {
      return;
    }
    Recording recording = call.recordings().begin("RecordVerb", 1, status);
    boolean[] done = new boolean[1];
    Runnable finish =
        () -> {
          if (!done[0] && !left) {
            done[0] = true;
            Map<String, String> result = new HashMap<>();
            result.put("RecordingUrl", reports.recordingUrl(recording.sid()));
            result.put("RecordingSid", recording.sid());
            result.put("RecordingDuration", Integer.toString(recording.seconds()));
            call.recordings().end(recording);
            then.accept(result);
          }
        };
    call.after(record.longest(), finish);
    call.after(record.silence(), () -> finishWhenSilent(record.silence(), finish));
  }

  private void finishWhenSilent(Duration silence, Runnable finish) {
    if (handset == null || handset.silentFor().compareTo(silence) >= 0) {
      finish.run();
    } else {
      call.after(Duration.ofMillis(500), () -> finishWhenSilent(silence, finish));
    }
  }

  @Override
  public void startRecording(Verb.Callback status, boolean dual) {
    call.recordings().begin("StartCallRecordingTwiML", dual ? 2 : 1, status);
  }

  @Override
  public void reject(boolean busy) {
    if (call.answered().isPresent()) {
      breach("Reject after the call was answered");
    }
    call.finish(busy ? CallStatus.BUSY : CallStatus.NO_ANSWER, "platform");
  }

  @Override
  public void over(String why) {
    boolean carriers = Character.isDigit(why.charAt(0));
    exchange.ledger().write("document_over", "sid", call.sid(), "why", why);
    CallStatus how = call.answered().isPresent() ? CallStatus.COMPLETED : CallStatus.FAILED;
    call.finish(how, carriers ? "carrier" : "platform");
  }

  @Override
  public void breach(String what) {
    exchange.ledger().strict("twilio", what, call.sid());
  }

  /// Follows one stream and ends the verb exactly once.
  private final class StreamWatch implements MediaStream.Observer {
    private final String streamSid;
    private final Verb.Stream noun;
    private final Verb.Callback status;
    private final Consumer<Map<String, String>> then;
    private @Nullable MediaStream stream;
    private boolean opened;

    StreamWatch(
        String streamSid,
        Verb.Stream noun,
        Verb.Callback status,
        Consumer<Map<String, String>> then) {
      this.streamSid = streamSid;
      this.noun = noun;
      this.status = status;
      this.then = then;
    }

    @Override
    public void opened() {
      opened = true;
      report("stream-started", "");
      if (audio != null && handset != null) {
        audio.connect(stream);
        handset.lineOpened();
      }
    }

    @Override
    public void refused(String error) {
      stopStream = null;
      report("stream-error", error);
      then.accept(Map.of("StreamSid", streamSid, "StreamEvent", "stream-error"));
    }

    @Override
    public void over() {
      ended();
      then.accept(Map.of("StreamSid", streamSid, "StreamEvent", "stream-stopped"));
    }

    void stop() {
      if (stream != null) {
        stream.stop();
      }
      ended();
    }

    private void ended() {
      stopStream = null;
      if (audio != null) {
        audio.connect(null);
      }
      if (opened) {
        report("stream-stopped", "");
      }
    }

    private void report(String event, String error) {
      reports.stream(status, streamSid, noun.name(), event, error);
    }
  }
}
