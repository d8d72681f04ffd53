package dev.carillon.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to fail: `kind` says how, `rate` (0 to 1) how often, `seed` who is struck. `only` limits
/// it to some kinds of callbacks, `status` is the HTTP status of an error, `ms` a delay or the
/// moment at which it strikes.
public record Fault(String kind, double rate, long seed, List<String> only, int status, int ms) {
  private static final int DEFAULT_STATUS = 500;
  private static final int DEFAULT_MS = 1500;

  @JsonCreator
  public static Fault of(
      @JsonProperty(value = "kind", required = true) String kind,
      @JsonProperty("rate") @Nullable Double rate,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("only") @Nullable List<String> only,
      @JsonProperty("status") @Nullable Integer status,
      @JsonProperty("ms") @Nullable Integer ms) {
    return new Fault(
        kind,
        rate == null ? 1.0 : rate,
        seed == null ? 1 : seed,
        only == null ? List.of() : only,
        status == null ? DEFAULT_STATUS : status,
        ms == null ? DEFAULT_MS : ms);
  }

  public Fault {
    only = List.copyOf(only);
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate must lie between 0 and 1");
    }
  }
}
