package dev.carillon.sandbox.ai.deepgram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The messages of a listening session. Times are milliseconds of its audio.
record Results(String requestId, ListenOptions options) {
  private static final double SURE = 0.98;
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}' -]");
  private static final Pattern BLANK = Pattern.compile(" +");

  /// Where a segment lies, and what it ends.
  record Segment(long fromMs, long toMs, boolean last, boolean endsSpeech, boolean finalized) {}

  String of(Segment segment, String text) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "Results");
    message.putArray("channel_index").add(0).add(1);
    message.put("duration", seconds(segment.toMs - segment.fromMs));
    message.put("start", seconds(segment.fromMs));
    message.put("is_final", segment.last).put("speech_final", segment.endsSpeech);
    ObjectNode alternative = message.putObject("channel").putArray("alternatives").addObject();
    alternative.put("transcript", options.formatted() ? text : plain(text));
    alternative.put("confidence", text.isEmpty() ? 0 : SURE);
    words(alternative.putArray("words"), segment, text);
    ObjectNode metadata = message.putObject("metadata").put("request_id", requestId);
    metadata
        .putObject("model_info")
        .put("name", options.model())
        .put("version", "2026-01-01.0")
        .put("arch", options.model().replaceAll("-[a-z].*", ""));
    metadata.put("model_uuid", "00000000-0000-4000-8000-000000000001");
    message.put("from_finalize", segment.finalized);
    return message.toString();
  }

  static String speechStarted(long atMs) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "SpeechStarted");
    message.putArray("channel").add(0);
    return message.put("timestamp", seconds(atMs)).toString();
  }

  static String utteranceEnd(long lastWordMs) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "UtteranceEnd");
    message.putArray("channel").add(0).add(1);
    return message.put("last_word_end", seconds(lastWordMs)).toString();
  }

  String metadata(String created, long heardMs, String sha256) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "Metadata")
        .put("transaction_key", "deprecated")
        .put("request_id", requestId)
        .put("sha256", sha256)
        .put("created", created)
        .put("duration", seconds(heardMs))
        .put("channels", 1)
        .toString();
  }

  /// The words lie evenly in the segment.
  private void words(ArrayNode words, Segment segment, String text) {
    List<String> written =
        BLANK.splitAsStream(text).filter(word -> !plain(word).isEmpty()).toList();
    long length = segment.toMs - segment.fromMs;
    for (int i = 0; i < written.size(); i++) {
      ObjectNode word = words.addObject().put("word", plain(written.get(i)));
      word.put("start", seconds(segment.fromMs + length * i / written.size()));
      word.put("end", seconds(segment.fromMs + length * (i + 1) / written.size()));
      word.put("confidence", SURE);
      if (options.formatted()) {
        word.put("punctuated_word", written.get(i));
      }
    }
  }

  private static String plain(String text) {
    return MARKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").strip();
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }
}
