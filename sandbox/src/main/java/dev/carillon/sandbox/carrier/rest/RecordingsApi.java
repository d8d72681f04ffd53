package dev.carillon.sandbox.carrier.rest;

import dev.carillon.sandbox.carrier.recording.Recordings;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recordings by REST.
final class RecordingsApi {
  private final Recordings recordings;
  private final Door door;
  private final Resources resources;

  RecordingsApi(Recordings recordings, Door door, Resources resources) {
    this.recordings = recordings;
    this.door = door;
    this.resources = resources;
  }

  void list(Context context) {
    Map<String, String> query = Door.query(context);
    String call = context.pathParamMap().getOrDefault("sid", query.getOrDefault("CallSid", ""));
    List<Map<String, @Nullable Object>> shown =
        recordings.all().stream()
            .filter(recording -> call.isEmpty() || call.equals(recording.callSid()))
            .map(resources::recording)
            .toList();
    door.answer(context, 200, new Page(context.path(), query).of("recordings", shown));
  }

  /// The answer to an order to record.
  void created(Context context) {
    String sid = context.attribute("recording");
    if (sid != null) {
      door.answer(context, 201, resources.recording(entry(sid, context)));
    }
  }

  /// The answer to a change of a recording under way.
  void changed(Context context) {
    String sid = context.attribute("recording");
    if (sid != null) {
      door.answer(context, 200, resources.recording(entry(sid, context)));
    }
  }

  /// `RE….json` describes it, `RE….wav` or no ending is its sound.
  void fetch(Context context) {
    String file = context.pathParam("file");
    int dot = file.indexOf('.');
    String sid = dot < 0 ? file : file.substring(0, dot);
    String ending = dot < 0 ? "wav" : file.substring(dot + 1);
    Recordings.Entry entry = entry(sid, context);
    switch (ending) {
      case "json" -> door.answer(context, 200, resources.recording(entry));
      case "wav" ->
          context
              .contentType("audio/x-wav")
              .result(recordings.wav(sid).orElseThrow(() -> Refusal.notFound(context.path())));
      default -> throw new Refusal(404, 20404, "The sandbox has recordings as WAV files only");
    }
  }

  void delete(Context context) {
    String sid = context.pathParam("file").replaceFirst("\\..*", "");
    if (!recordings.delete(sid)) {
      throw Refusal.notFound(context.path());
    }
    context.status(204);
  }

  private Recordings.Entry entry(String sid, Context context) {
    return recordings.find(sid).orElseThrow(() -> Refusal.notFound(context.path()));
  }
}
