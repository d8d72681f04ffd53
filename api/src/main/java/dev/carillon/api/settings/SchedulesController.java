package dev.carillon.api.settings;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.settings.Businesses;
import dev.carillon.activities.postgres.settings.Schedule;
import dev.carillon.activities.postgres.settings.ScheduleDefinition;
import dev.carillon.activities.postgres.settings.Schedules;
import dev.carillon.api.web.MergePatch;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.compliance.Weekday;
import dev.carillon.reminder.RunTimes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// What is launched at certain times. The row and Temporal's schedule change together: when
/// Temporal is away nothing has changed.
@RestController
@RequestMapping("/api/v1/schedules")
@Tag(name = "Settings")
public final class SchedulesController {
  private static final Set<String> KINDS = Set.of("REMINDER_SWEEP", "CAMPAIGN");
  private static final LocalTime USUAL = LocalTime.of(9, 0);
  private static final int LONGEST_NAME = 200;
  private static final int MOST_DAYS_AHEAD = 60;

  private final Schedules schedules;
  private final Businesses businesses;
  private final TenantTransactions transactions;
  private final MergePatch patches;
  private final ObjectProvider<RunTimes> times;
  private final InstantSource clock;

  SchedulesController(
      Schedules schedules,
      Businesses businesses,
      TenantTransactions transactions,
      MergePatch patches,
      ObjectProvider<RunTimes> times,
      InstantSource clock) {
    this.schedules = schedules;
    this.businesses = businesses;
    this.transactions = transactions;
    this.patches = patches;
    this.times = times;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  public ScheduleAnswer add(Tenant tenant, @RequestBody ScheduleFields fields) {
    return transactions.in(
        tenant.id(),
        () -> {
          var made = schedules.add(tenant.id(), checked(fields));
          times().set(times(tenant, made));
          return answer(made);
        });
  }

  @GetMapping("/{id}")
  ScheduleAnswer get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> answer(found(id)));
  }

  @GetMapping
  public Page<ScheduleAnswer> list(Tenant tenant, PageRequest page) {
    var at = page.after().map(Position::at).orElse(null);
    var behind = page.after().map(Position::id).orElse(null);
    var rows = transactions.in(tenant.id(), () -> schedules.list(at, behind, page.rows()));
    return page.page(rows, row -> new Position(row.createdAt(), row.id()), this::answer);
  }

  @PatchMapping("/{id}")
  ScheduleAnswer change(Tenant tenant, @PathVariable UUID id, @RequestBody ObjectNode patch) {
    return transactions.in(
        tenant.id(),
        () -> {
          var current = answer(found(id)).fields();
          var definition = checked(patches.apply(current, patch, ScheduleFields.class));
          var changed = schedules.change(id, definition);
          times().set(times(tenant, changed));
          return answer(changed);
        });
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void remove(Tenant tenant, @PathVariable UUID id) {
    transactions.run(
        tenant.id(),
        () -> {
          if (!schedules.remove(id)) {
            throw ProblemException.notFound("schedule");
          }
          times().remove(id);
        });
  }

  @PostMapping("/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Run it now",
      description = "A date's reminder campaign is made once, however often this is asked.")
  public ScheduleAnswer run(Tenant tenant, @PathVariable UUID id) {
    var schedule = transactions.in(tenant.id(), () -> found(id));
    times().runNow(id);
    return answer(schedule);
  }

  private RunTimes times() {
    var there = times.getIfAvailable();
    if (there == null) {
      throw ProblemException.unavailable("Temporal, which keeps the time, is not connected.");
    }
    return there;
  }

  private static RunTimes.Times times(Tenant tenant, Schedule schedule) {
    var definition = schedule.definition();
    var days =
        Arrays.stream(DayOfWeek.values())
            .filter(day -> definition.days().contains(Weekday.of(day)))
            .collect(Collectors.toSet());
    return new RunTimes.Times(
        tenant.id(), schedule.id(), definition.at(), days, ZoneId.of(definition.timeZone()));
  }

  private Schedule found(UUID id) {
    return schedules.find(id).orElseThrow(() -> ProblemException.notFound("schedule"));
  }

  private ScheduleAnswer answer(Schedule schedule) {
    return ScheduleAnswer.of(schedule, clock.instant());
  }

  private ScheduleDefinition checked(ScheduleFields fields) {
    var checks = new Checks();
    var name = checks.required("name", fields.name(), LONGEST_NAME);
    var kind = checks.required("kind", fields.kind(), LONGEST_NAME);
    if (!kind.isEmpty() && !KINDS.contains(kind)) {
      checks.add("kind", "UNKNOWN", "is REMINDER_SWEEP or CAMPAIGN");
    }
    if (kind.equals("CAMPAIGN") && fields.campaign() == null) {
      checks.add("campaign", "REQUIRED", "is required");
    }
    var days = fields.days() == null ? EnumSet.allOf(Weekday.class) : fields.days();
    if (days.isEmpty()) {
      checks.add("days", "REQUIRED", "hold at least one day");
    }
    int ahead = Objects.requireNonNullElse(fields.leadDays(), 1);
    if (ahead < 0 || ahead > MOST_DAYS_AHEAD) {
      checks.add("leadDays", "OUT_OF_RANGE", "is 0 to 60");
    }
    var zone =
        checks.zone(
            "timeZone",
            fields.timeZone() == null ? businesses.get().timeZone() : fields.timeZone());
    checks.end();
    return new ScheduleDefinition(
        name,
        kind,
        Objects.requireNonNullElse(fields.at(), USUAL),
        days,
        zone,
        ahead,
        fields.campaign());
  }
}
