package dev.carillon.sandbox.ai;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One way in which the AI fails: `who` (`realtime`, `chat`, `deepgram-listen` or `deepgram-speak`,
/// all when empty) and `rate` (0 to 1) say when, the others how.
record AiFault(String kind, String who, double rate, int status, double seconds, int code, int ms) {
  static final Set<String> KINDS =
      Set.of(
          "refuse",
          "close_mid_call",
          "stall",
          "error_event",
          "slow",
          "late_session_updated",
          "no_session_updated");

  @JsonCreator
  static AiFault of(
      @JsonProperty(value = "kind", required = true) String kind,
      @JsonProperty("who") @Nullable String who,
      @JsonProperty("rate") @Nullable Double rate,
      @JsonProperty("status") @Nullable Integer status,
      @JsonProperty("seconds") @Nullable Double seconds,
      @JsonProperty("code") @Nullable Integer code,
      @JsonProperty("ms") @Nullable Integer ms) {
    return new AiFault(
        kind,
        who == null ? "" : who,
        rate == null ? 1 : rate,
        status == null ? 503 : status,
        seconds == null ? 3 : seconds,
        code == null ? 1006 : code,
        ms == null ? 4_000 : ms);
  }

  AiFault {
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("the AI has no fault of the kind '" + kind + "'");
    }
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate must lie between 0 and 1");
    }
  }

  Duration after() {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  Duration delay() {
    return Duration.ofMillis(ms);
  }
}
