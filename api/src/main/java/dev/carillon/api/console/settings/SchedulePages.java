package dev.carillon.api.console.settings;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.settings.Schedule;
import dev.carillon.activities.postgres.settings.Schedules;
import dev.carillon.api.console.page.Refusal;
import dev.carillon.api.console.page.Shell;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.Words;
import dev.carillon.api.settings.ScheduleFields;
import dev.carillon.api.settings.SchedulesController;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.compliance.Weekday;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What happens by itself, and when.
@Controller
final class SchedulePages {
  private static final int SHOWN = 100;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  private final Schedules schedules;
  private final SchedulesController routes;
  private final TenantTransactions transactions;

  SchedulePages(Schedules schedules, SchedulesController routes, TenantTransactions transactions) {
    this.schedules = schedules;
    this.routes = routes;
    this.transactions = transactions;
  }

  @GetMapping("/schedules")
  String list(
      Tenant tenant, @ModelAttribute(name = "shell", binding = false) Shell shell, Model model) {
    var rows = transactions.in(tenant.id(), () -> schedules.list(null, null, SHOWN));
    model.addAttribute("schedules", rows.stream().map(row -> item(row, shell.clock())).toList());
    return "console/schedules";
  }

  @PostMapping("/schedules")
  String add(
      Tenant tenant,
      @RequestParam(defaultValue = "Daily reminders") String name,
      @RequestParam(defaultValue = "09:00") String at,
      @RequestParam(defaultValue = "1") int leadDays,
      @RequestParam(name = "day", required = false) @Nullable List<Weekday> days,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      Set<Weekday> chosen =
          days == null || days.isEmpty() ? EnumSet.noneOf(Weekday.class) : EnumSet.copyOf(days);
      routes.add(
          tenant,
          new ScheduleFields(name, "REMINDER_SWEEP", time(at), chosen, null, leadDays, null));
      return "redirect:/schedules?done=saved";
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return list(tenant, shell, model);
    }
  }

  @PostMapping("/schedules/{id}/run")
  String run(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    return done("ran", () -> routes.run(tenant, id), tenant, shell, model, response);
  }

  @PostMapping("/schedules/{id}/remove")
  String remove(
      Tenant tenant,
      @PathVariable UUID id,
      @ModelAttribute(name = "shell", binding = false) Shell shell,
      Model model,
      HttpServletResponse response) {
    return done("removed", () -> routes.remove(tenant, id), tenant, shell, model, response);
  }

  private String done(
      String what,
      Runnable action,
      Tenant tenant,
      Shell shell,
      Model model,
      HttpServletResponse response) {
    try {
      action.run();
      return "redirect:/schedules?done=" + what;
    } catch (ProblemException refused) {
      Refusal.show(refused, model, response);
      return list(tenant, shell, model);
    }
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException _) {
      throw ProblemException.field("at", "INVALID", "Choose a time of the day.");
    }
  }

  private static Item item(Schedule schedule, Clock clock) {
    var plan = schedule.definition();
    var zone = ZoneId.of(plan.timeZone());
    boolean sweep = plan.kind().equals("REMINDER_SWEEP");
    return new Item(
        schedule.id(),
        plan.name(),
        sweep ? what(plan.leadDays()) : "Starts a campaign",
        "%s at %s, %s"
            .formatted(
                days(plan.days()),
                TIME.format(plan.at()).toLowerCase(Locale.ROOT),
                Clock.city(zone)),
        Words.capital(clock.whenIn(plan.nextAfter(clock.now()), zone)),
        schedule.lastRunAt() == null ? "Not yet" : Words.capital(clock.when(schedule.lastRunAt())));
  }

  private static String what(int leadDays) {
    return switch (leadDays) {
      case 0 -> "Reminds people of today's appointments";
      case 1 -> "Reminds people of tomorrow's appointments";
      default -> "Reminds people of appointments in " + leadDays + " days";
    };
  }

  private static String days(Set<Weekday> days) {
    return days.size() == Weekday.values().length
        ? "Every day"
        : days.stream().map(day -> Words.sentence(day.name())).collect(Collectors.joining(", "));
  }

  /// One schedule.
  record Item(UUID id, String name, String what, String times, String next, String last) {}
}
