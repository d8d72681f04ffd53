package dev.carillon.api.people;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.Appointment;
import dev.carillon.activities.postgres.people.Appointments;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.web.MergePatch;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Times agreed with people; a time is given once.
@RestController
@RequestMapping("/api/v1/appointments")
@Tag(name = "Appointments")
public final class AppointmentsController {
  private final Appointments appointments;
  private final Contacts contacts;
  private final AppointmentRules rules;
  private final TenantTransactions transactions;
  private final MergePatch patches;
  private final Ids ids;
  private final InstantSource clock;

  AppointmentsController(
      Appointments appointments,
      Contacts contacts,
      AppointmentRules rules,
      TenantTransactions transactions,
      MergePatch patches,
      Ids ids,
      InstantSource clock) {
    this.appointments = appointments;
    this.contacts = contacts;
    this.rules = rules;
    this.transactions = transactions;
    this.patches = patches;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  public Appointment book(Tenant tenant, @RequestBody AppointmentFields fields) {
    rules.check(fields);
    return transactions.in(
        tenant.id(),
        () -> {
          rules.checkHours(fields);
          return put(tenant, ids.next(), fields, now());
        });
  }

  @GetMapping("/{id}")
  Appointment get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> found(id));
  }

  @GetMapping
  Page<Appointment> list(
      Tenant tenant,
      PageRequest page,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable UUID contactId) {
    var rows =
        transactions.in(tenant.id(), () -> appointments.list(from, to, contactId, Slices.of(page)));
    return page.page(rows, row -> new Position(row.startsAt(), row.id()), Function.identity());
  }

  @PatchMapping("/{id}")
  Appointment change(Tenant tenant, @PathVariable UUID id, @RequestBody ObjectNode patch) {
    return transactions.in(
        tenant.id(),
        () -> {
          var current = found(id);
          var changed = patches.apply(fields(current), patch, AppointmentFields.class);
          rules.check(changed);
          return put(tenant, id, changed, current.createdAt());
        });
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void cancel(Tenant tenant, @PathVariable UUID id) {
    transactions.run(
        tenant.id(),
        () -> {
          var current = found(id);
          var fields = fields(current);
          put(
              tenant,
              id,
              new AppointmentFields(
                  fields.contactId(),
                  fields.startsAt(),
                  fields.durationMinutes(),
                  fields.service(),
                  fields.place(),
                  fields.notes(),
                  "CANCELLED",
                  fields.calendarEventId()),
              current.createdAt());
        });
  }

  private Appointment put(Tenant tenant, UUID id, AppointmentFields fields, Instant createdAt) {
    var contact = Objects.requireNonNull(fields.contactId());
    if (contacts.find(contact).isEmpty()) {
      throw ProblemException.field("contactId", "UNKNOWN", "is no contact");
    }
    var appointment =
        new Appointment(
            id,
            contact,
            Objects.requireNonNull(fields.startsAt()).truncatedTo(ChronoUnit.MICROS),
            Objects.requireNonNullElse(fields.durationMinutes(), 60),
            fields.service(),
            fields.place(),
            fields.notes(),
            Objects.requireNonNullElse(fields.status(), "BOOKED"),
            fields.calendarEventId(),
            createdAt,
            now());
    if (!appointments.put(tenant.id(), appointment)) {
      throw ProblemException.conflict("This time is taken.");
    }
    return appointment;
  }

  private Appointment found(UUID id) {
    return appointments.find(id).orElseThrow(() -> ProblemException.notFound("appointment"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static AppointmentFields fields(Appointment appointment) {
    return new AppointmentFields(
        appointment.contactId(),
        appointment.startsAt(),
        appointment.durationMinutes(),
        appointment.service(),
        appointment.place(),
        appointment.notes(),
        appointment.status(),
        appointment.calendarEventId());
  }
}
