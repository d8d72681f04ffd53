package dev.carillon.sandbox.carrier.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.faults.Fault;
import dev.carillon.sandbox.ledger.Ledger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One bidirectional stream of one call, from the handshake to the end. Lives on the world's
/// thread.
public final class MediaStream implements MediaSocket.Listener {
  private static final String USER_AGENT = "Twilio.TmeWs/1.0";
  private static final int NORMAL = 1000;
  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);

  private final ObjectMapper json = new ObjectMapper();
  private final PlayOutBuffer buffer = new PlayOutBuffer();
  private final StreamId id;
  private final URI url;
  private final Ledger ledger;
  private final Observer observer;
  private final StreamMessages messages;
  private final Map<String, String> parameters;
  private final @Nullable Fault fault;
  private @Nullable MediaSocket socket;
  private boolean undecodable;
  private boolean frozen;
  private boolean over;
  private long frames;

  /// `parameters` go into the start message; `fault` strikes once the stream runs.
  public MediaStream(
      StreamId id,
      String url,
      Map<String, String> parameters,
      Optional<Fault> fault,
      Ledger ledger,
      Observer observer) {
    this.id = id;
    this.url = URI.create(url);
    this.parameters = Map.copyOf(parameters);
    this.fault = fault.orElse(null);
    this.ledger = ledger;
    this.observer = observer;
    this.messages = new StreamMessages(id.accountSid(), id.callSid(), id.streamSid());
  }

  /// Connects with the signature of the stream's URL.
  public void connect(MediaSockets sockets, String signature) {
    sockets.open(
        url,
        Map.of(
            "User-Agent", USER_AGENT, "X-Twilio-Signature", signature, "Accept-Encoding", "gzip"),
        this);
  }

  /// One frame of time: sends what the person says and fills in what they hear.
  public void frame(byte[] spoken, byte[] heard) {
    buffer.take(heard, this::echo);
    if (socket == null || over) {
      return;
    }
    frames++;
    if (fault != null && frames * 20 >= fault.ms() && !frozen) {
      breakDown(fault);
    }
    if (!frozen && !over) {
      socket.send(messages.media(spoken));
    }
  }

  /// Passes on a key the person pressed.
  public void key(char digit) {
    say(messages.dtmf(String.valueOf(digit)));
  }

  /// The call or the verb is over: says so and closes.
  public void stop() {
    if (over) {
      return;
    }
    over = true;
    if (socket == null || frozen) {
      return;
    }
    if (fault == null || !fault.kind().equals("no_stop")) {
      socket.send(messages.stop());
    }
    socket.close(NORMAL);
    noteClose(NORMAL, "carrier", null);
  }

  private void breakDown(Fault breaking) {
    switch (breaking.kind()) {
      case "half_open" -> {
        frozen = true;
        ledger.write("fault", "sid", id.callSid(), "what", "half_open");
        if (socket != null) {
          socket.freeze();
        }
      }
      case "reset" -> {
        over = true;
        if (socket != null) {
          socket.reset();
        }
        noteClose(0, "carrier", "reset");
        buffer.clear();
        observer.over();
      }
      default -> {
        // no_stop strikes at the end
      }
    }
  }

  private void say(String message) {
    if (socket != null && !over && !frozen) {
      socket.send(message);
    }
  }

  private void echo(String mark) {
    say(messages.mark(mark));
    ledger.write("mark", "sid", id.callSid(), "name", mark);
  }

  private void noteClose(int code, String by, @Nullable String faultKind) {
    ledger.write(
        "stream_close",
        "sid",
        id.callSid(),
        "streamSid",
        id.streamSid(),
        "code",
        code,
        "by",
        by,
        "frames",
        frames,
        "fault",
        faultKind);
  }

  @Override
  public void opened(MediaSocket opened) {
    ledger.write("stream_open", "sid", id.callSid(), "url", url.toString(), "http", 101);
    if (over) {
      opened.close(NORMAL);
      return;
    }
    socket = opened;
    opened.send(messages.connected());
    opened.send(messages.start(parameters));
    ledger.write("stream_start", "sid", id.callSid(), "streamSid", id.streamSid());
    observer.opened();
  }

  @Override
  public void refused(int status, String why) {
    ledger.write(
        "stream_open", "sid", id.callSid(), "url", url.toString(), "http", status, "why", why);
    if (!over) {
      over = true;
      observer.refused(why);
    }
  }

  @Override
  public void closed(int code) {
    if (over) {
      return;
    }
    over = true;
    buffer.clear();
    noteClose(code, "platform", null);
    observer.over();
  }

  @Override
  public void binary() {
    if (!undecodable) {
      undecodable = true;
      breach("31950 binary frame on a media stream");
    }
  }

  @Override
  public void malformed(String why) {
    breach(why);
  }

  @Override
  public void text(String text) {
    if (over) {
      return;
    }
    JsonNode message;
    try {
      message = json.readTree(text);
    } catch (JsonProcessingException e) {
      breach("31950 the message is not JSON");
      return;
    }
    String event = message.path("event").asText();
    switch (event) {
      case "media", "mark", "clear" -> {
        if (message.path("streamSid").asText().equals(id.streamSid())) {
          act(event, message);
        } else {
          breach(event + " with a missing or wrong streamSid");
        }
      }
      default -> breach("31950 unknown event " + event);
    }
  }

  private void act(String event, JsonNode message) {
    switch (event) {
      case "media" -> media(message.path("media").path("payload"));
      case "mark" -> mark(message.path("mark").path("name"));
      default -> clear();
    }
  }

  private void media(JsonNode payload) {
    byte[] audio;
    try {
      audio = Base64.getDecoder().decode(payload.asText());
    } catch (IllegalArgumentException e) {
      breach("31950 the payload is not base64");
      return;
    }
    if (!payload.isTextual() || audio.length == 0) {
      breach("31950 media without a payload");
      return;
    }
    if (audio.length >= 4 && Arrays.equals(audio, 0, 4, RIFF, 0, 4)) {
      breach("the payload has a WAV header, which is played as noise");
    }
    buffer.append(audio);
  }

  private void mark(JsonNode name) {
    if (!name.isTextual() || name.asText().isEmpty()) {
      breach("31950 mark without a name");
    } else if (!buffer.mark(name.asText())) {
      echo(name.asText());
    }
  }

  private void clear() {
    PlayOutBuffer.Cleared cleared = buffer.clear();
    ledger.write(
        "clear",
        "sid",
        id.callSid(),
        "droppedMs",
        cleared.droppedMs(),
        "marks",
        cleared.marks().size());
    cleared.marks().forEach(this::echo);
  }

  private void breach(String what) {
    ledger.strict("twilio", what, id.callSid());
  }

  /// Who a stream belongs to.
  public record StreamId(String accountSid, String callSid, String streamSid) {}

  /// What becomes of the stream. Nothing comes after [#refused] or [#over], nor after
  /// [MediaStream#stop].
  public interface Observer {
    /// Audio flows from now on.
    void opened();

    /// The customer did not take the stream.
    void refused(String error);

    /// The stream ended before the call did.
    void over();
  }
}
