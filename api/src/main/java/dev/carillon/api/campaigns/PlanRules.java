package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.campaigns.CampaignPlan;
import dev.carillon.activities.postgres.dialling.CallPrice;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes a plan of what was handed in, or names every field that is wrong. Whether agents and
/// people exist is not looked at here.
final class PlanRules {
  private static final int MOST_ATTEMPTS = 20;
  private static final int MOST_STEPS = 20;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_OBJECTIVE = 2_000;
  private static final int LONGEST_TEXT = 1_600;
  private static final int MOST_AT_ONCE = 10_000;
  private static final BigDecimal FASTEST = BigDecimal.valueOf(1_000);
  // A campaign that calls once an hour is possible, a slower one is a mistake.
  private static final BigDecimal SLOWEST = new BigDecimal("0.0002");
  private static final Duration LONGEST_WAIT = Duration.ofDays(90);
  private static final Set<Disposition> REDIALLED =
      EnumSet.of(
          Disposition.NO_ANSWER,
          Disposition.BUSY,
          Disposition.VOICEMAIL,
          Disposition.FAILED,
          Disposition.UNKNOWN);

  private final JsonMapper json;
  private final CallPrice price;

  PlanRules(JsonMapper json, CallPrice price) {
    this.json = json;
    this.price = price;
  }

  /// The plan; to be used only when `faults` has none.
  CampaignPlan plan(CampaignFields given, Faults faults) {
    var pace = given.pace();
    return new CampaignPlan(
        name(given.name(), faults),
        purpose(given.purpose(), faults),
        faults.text("objective", given.objective(), LONGEST_OBJECTIVE),
        given.agentId(),
        attempts(given.maxAttempts(), faults),
        given.redial() == null ? RedialPolicy.DEFAULT : redial(given.redial(), faults),
        given.window() == null ? null : window(given.window(), faults),
        instant(given.startAt()),
        end(given, faults),
        pace == null ? CampaignPlan.USUAL_PACE : rate(pace.callsPerSecond(), faults),
        pace == null ? CampaignPlan.USUAL_CONCURRENCY : atOnce(pace.concurrency(), faults),
        given.budget() == null ? null : budget(given.budget(), faults),
        faults.text("smsFallback", given.smsFallback(), LONGEST_TEXT),
        given.steps() == null ? null : steps(given.steps(), faults));
  }

  private static String name(@Nullable String given, Faults faults) {
    var name = faults.text("name", given, LONGEST_NAME);
    if (name == null) {
      faults.required("name");
      return "";
    }
    return name;
  }

  private static CallPurpose purpose(@Nullable String given, Faults faults) {
    if (given == null) {
      faults.required("purpose");
      return CallPurpose.REMINDER;
    }
    var purpose = CallPurpose.named(given).filter(named -> !named.answers());
    if (purpose.isEmpty()) {
      faults.add("purpose", "UNKNOWN", "is no purpose of a call");
    }
    return purpose.orElse(CallPurpose.REMINDER);
  }

  private static int attempts(@Nullable Integer given, Faults faults) {
    if (given == null) {
      return CampaignPlan.USUAL_ATTEMPTS;
    }
    if (given < 1 || given > MOST_ATTEMPTS) {
      faults.add("maxAttempts", "OUT_OF_RANGE", "is a number from 1 to 20");
    }
    return given;
  }

  private static RedialPolicy redial(Map<String, List<String>> given, Faults faults) {
    var waits = new EnumMap<Disposition, List<Duration>>(Disposition.class);
    // JSON may hold null where a list or a text belongs.
    given.forEach((name, texts) -> {
      var field = "redial." + name;
      var line = REDIALLED.stream().filter(known -> known.name().equals(name)).findFirst();
      if (line.isEmpty()) {
        faults.add(field, "UNKNOWN", "is not NO_ANSWER, BUSY, VOICEMAIL, FAILED or UNKNOWN");
      } else if (texts == null || texts.size() > MOST_ATTEMPTS) {
        faults.invalid(field, "is a list of up to 20 durations");
      } else {
        waits.put(line.get(), durations(field, texts, faults));
      }
    });
    return new RedialPolicy(waits);
  }

  private static List<Duration> durations(String field, List<String> texts, Faults faults) {
    var durations = new ArrayList<Duration>();
    for (int i = 0; i < texts.size(); i++) {
      var duration = duration(texts.get(i));
      if (duration == null) {
        faults.invalid(field + "[" + i + "]", "is no duration such as PT15M, up to 90 days");
      } else {
        durations.add(duration);
      }
    }
    return durations;
  }

  private static @Nullable Duration duration(@Nullable String text) {
    try {
      var duration = text == null ? null : Duration.parse(text);
      return duration != null && duration.isPositive() && duration.compareTo(LONGEST_WAIT) <= 0
          ? duration
          : null;
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Window window(CampaignFields.Hours given, Faults faults) {
    var days = days(given.days(), faults);
    var from = time("window.from", given.from(), faults);
    var to = time("window.to", given.to(), faults);
    if (from == null || to == null || days.isEmpty()) {
      return null;
    }
    if (!from.isBefore(to)) {
      faults.invalid("window.to", "does not lie behind window.from");
      return null;
    }
    return new Window(days, from, to);
  }

  private static Set<Weekday> days(@Nullable List<String> given, Faults faults) {
    if (given == null) {
      return EnumSet.allOf(Weekday.class);
    }
    var days = EnumSet.noneOf(Weekday.class);
    for (int i = 0; i < given.size(); i++) {
      var name = given.get(i);
      var day = Arrays.stream(Weekday.values()).filter(d -> d.name().equals(name)).findFirst();
      if (day.isEmpty()) {
        faults.add("window.days[" + i + "]", "UNKNOWN", "is not MON, TUE, WED, THU, FRI, SAT, SUN");
      }
      day.ifPresent(days::add);
    }
    if (given.isEmpty()) {
      faults.required("window.days");
    }
    return days;
  }

  private static @Nullable LocalTime time(String field, @Nullable String text, Faults faults) {
    if (text == null) {
      faults.required(field);
      return null;
    }
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException _) {
      faults.invalid(field, "is no time of day such as 09:00");
      return null;
    }
  }

  private static @Nullable Instant end(CampaignFields given, Faults faults) {
    var end = instant(given.endAt());
    var start = instant(given.startAt());
    if (end != null && start != null && !start.isBefore(end)) {
      faults.invalid("endAt", "does not lie behind startAt");
    }
    return end;
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static BigDecimal rate(@Nullable BigDecimal given, Faults faults) {
    if (given == null) {
      return CampaignPlan.USUAL_PACE;
    }
    if (given.compareTo(SLOWEST) < 0 || given.compareTo(FASTEST) > 0) {
      faults.add("pace.callsPerSecond", "OUT_OF_RANGE", "is more than 0 and up to 1000");
    }
    return given;
  }

  private static int atOnce(@Nullable Integer given, Faults faults) {
    if (given == null) {
      return CampaignPlan.USUAL_CONCURRENCY;
    }
    if (given < 1 || given > MOST_AT_ONCE) {
      faults.add("pace.concurrency", "OUT_OF_RANGE", "is a number from 1 to 10000");
    }
    return given;
  }

  private String budget(CampaignFields.Budget given, Faults faults) {
    var most = price.mostOfOne();
    if (given.amount() == null || !given.amount().matches("\\d{1,9}(?:\\.\\d{1,6})?")) {
      faults.invalid("budget.amount", "is no amount of money such as \"12.50\"");
    } else if (most == null) {
      faults.add("budget", "PRICE_UNKNOWN", "cannot be kept: set CARILLON_PRICE_PER_MINUTE first");
    } else if (new BigDecimal(given.amount()).compareTo(most) < 0) {
      faults.add(
          "budget.amount",
          "TOO_SMALL",
          "is less than one call may cost, " + most.toPlainString() + " USD");
    }
    if (given.currency() == null || !given.currency().equals("USD")) {
      faults.invalid("budget.currency", "is not USD");
    }
    return json.writeValueAsString(given);
  }

  private List<Step> steps(List<JsonNode> given, Faults faults) {
    var steps = new ArrayList<Step>();
    if (given.isEmpty() || given.size() > MOST_STEPS) {
      faults.add("steps", "SIZE", "holds 1 to 20 steps");
      return steps;
    }
    for (int i = 0; i < given.size(); i++) {
      var step = step("steps[" + i + "]", given.get(i), faults);
      if (step != null) {
        steps.add(step);
      }
    }
    if (steps.stream().noneMatch(step -> step instanceof Step.Call) && faults.none()) {
      faults.invalid("steps", "hold no call");
    }
    return steps;
  }

  private @Nullable Step step(String field, JsonNode given, Faults faults) {
    Step step;
    try {
      step = json.treeToValue(given, Step.class);
    } catch (JacksonException _) {
      step = null;
    }
    boolean whole =
        switch (step) {
          case null -> false;
          case Step.Call _ -> true;
          case Step.Wait(Duration duration) ->
              duration != null && duration.isPositive() && duration.compareTo(LONGEST_WAIT) <= 0;
          case Step.Sms(String text) ->
              text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
        };
    if (!whole) {
      faults.invalid(field, "is no step: a call, a wait with a duration, or an sms with a text");
      return null;
    }
    return step;
  }
}
