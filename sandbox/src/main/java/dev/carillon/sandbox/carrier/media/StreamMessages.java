package dev.carillon.sandbox.carrier.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/// What the carrier says on one stream. All numbers inside are strings; `sequenceNumber` counts
/// from the start message, `chunk` the frames of audio.
final class StreamMessages {
  private static final int FRAME_MS = 20;

  private final ObjectMapper json = new ObjectMapper();
  private final Base64.Encoder base64 = Base64.getEncoder();
  private final String accountSid;
  private final String callSid;
  private final String streamSid;
  private long sequence;
  private long chunk;

  StreamMessages(String accountSid, String callSid, String streamSid) {
    this.accountSid = accountSid;
    this.callSid = callSid;
    this.streamSid = streamSid;
  }

  String connected() {
    return "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}";
  }

  String start(Map<String, String> parameters) {
    ObjectNode start = JsonNodeFactory.instance.objectNode();
    start.put("accountSid", accountSid).put("streamSid", streamSid).put("callSid", callSid);
    start.putArray("tracks").add("inbound");
    start
        .putObject("mediaFormat")
        .put("encoding", "audio/x-mulaw")
        .put("sampleRate", 8000)
        .put("channels", 1);
    ObjectNode custom = start.putObject("customParameters");
    parameters.forEach(custom::put);
    return message("start", "start", start);
  }

  /// 20 ms of the person's voice.
  String media(byte[] frame) {
    sequence++;
    chunk++;
    return "{\"event\":\"media\",\"sequenceNumber\":\""
        + sequence
        + "\",\"media\":{\"track\":\"inbound\",\"chunk\":\""
        + chunk
        + "\",\"timestamp\":\""
        + (chunk - 1) * FRAME_MS
        + "\",\"payload\":\""
        + base64.encodeToString(frame)
        + "\"},\"streamSid\":\""
        + streamSid
        + "\"}";
  }

  String dtmf(String digit) {
    ObjectNode dtmf = JsonNodeFactory.instance.objectNode();
    return message("dtmf", "dtmf", dtmf.put("track", "inbound_track").put("digit", digit));
  }

  String mark(String name) {
    return message("mark", "mark", JsonNodeFactory.instance.objectNode().put("name", name));
  }

  String stop() {
    ObjectNode stop = JsonNodeFactory.instance.objectNode();
    return message("stop", "stop", stop.put("accountSid", accountSid).put("callSid", callSid));
  }

  private String message(String event, String field, ObjectNode body) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("event", event).put("sequenceNumber", Long.toString(++sequence));
    message.set(field, body);
    message.put("streamSid", streamSid);
    try {
      return json.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stream message is not JSON", e);
    }
  }
}
