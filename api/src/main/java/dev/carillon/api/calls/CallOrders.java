package dev.carillon.api.calls;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.dialling.DialOutlook;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.people.CheckedContact;
import dev.carillon.activities.postgres.people.ContactFields;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallState;
import dev.carillon.compliance.Decision;
import dev.carillon.compliance.Receipt;
import dev.carillon.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts single calls into the dial queue, in the transaction that is under way. Whether a call may
/// be placed is decided when its turn comes; it is looked at here too, so that whoever asks hears
/// at once that it never may, or not yet.
final class CallOrders {
  private static final Duration FARTHEST = Duration.ofDays(366);
  private static final int LONGEST_OBJECTIVE = 2_000;

  private final JdbcClient jdbc;
  private final DialQueue queue;
  private final DialOutlook outlook;
  private final ContactRules rules;
  private final Contacts contacts;
  private final Events events;
  private final Jsonb json;
  private final Ids ids;
  private final InstantSource clock;
  private final AccountRef account;

  CallOrders(
      JdbcClient jdbc,
      DialQueue queue,
      DialOutlook outlook,
      ContactRules rules,
      Contacts contacts,
      Events events,
      Jsonb json,
      Ids ids,
      InstantSource clock,
      AccountRef account) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.outlook = outlook;
    this.rules = rules;
    this.contacts = contacts;
    this.events = events;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
    this.account = account;
  }

  CallAnswer order(UUID tenantId, CallRequest request) {
    var now = clock.instant();
    var purpose = check(request, now);
    var person = person(tenantId, request);
    var wanted =
        request.scheduledTime() == null ? now : later(request.scheduledTime().toInstant(), now);
    var id = ids.next();
    var entry = entry(id, tenantId, person, purpose, request, wanted, null, now);
    var decided =
        switch (outlook.of(entry, wanted)) {
          case Decision.Allowed allowed ->
              entry(
                  id,
                  tenantId,
                  person,
                  purpose,
                  request,
                  wanted,
                  json.write(allowed.receipt()),
                  now);
          case Decision.Denied denied when denied.notBefore() != null ->
              entry(
                  id,
                  tenantId,
                  person,
                  purpose,
                  request,
                  later(denied.notBefore(), wanted),
                  json.write(denied.receipt()),
                  now);
          case Decision.Denied denied -> throw refused(denied);
        };
    queue.add(decided);
    events.append(
        Event.ofCall(
            tenantId,
            now,
            EventTypes.CALL_SCHEDULED,
            id,
            null,
            person.contactId(),
            Map.of("notBefore", decided.notBefore().toString())));
    boolean waits = decided.notBefore().isAfter(now);
    return new CallAnswer(id, CallState.SCHEDULED, waits ? decided.notBefore() : null);
  }

  private CallPurpose check(CallRequest request, Instant now) {
    var errors = new ArrayList<FieldProblem>();
    var purpose = purpose(request.purpose(), errors);
    if (request.contactId() == null && request.phoneNumber() == null) {
      errors.add(
          new FieldProblem("phoneNumber", "REQUIRED", "is required, unless contactId is given"));
    }
    if (request.contactId() != null && request.phoneNumber() != null) {
      errors.add(FieldProblem.invalid("phoneNumber", "cannot be given together with contactId"));
    }
    if (request.objective() != null && request.objective().length() > LONGEST_OBJECTIVE) {
      errors.add(FieldProblem.invalid("objective", "has over 2000 characters"));
    }
    var time = request.scheduledTime();
    if (time != null && time.toInstant().isAfter(now.plus(FARTHEST))) {
      errors.add(FieldProblem.invalid("scheduledTime", "lies more than a year ahead"));
    }
    if (request.agentId() != null && !isAgent(request.agentId())) {
      errors.add(new FieldProblem("agentId", "UNKNOWN", "there is no such agent"));
    }
    if (!errors.isEmpty() || purpose == null) {
      throw ProblemException.fields(errors);
    }
    return purpose;
  }

  private static @Nullable CallPurpose purpose(@Nullable String text, List<FieldProblem> errors) {
    if (text == null) {
      errors.add(FieldProblem.required("purpose"));
      return null;
    }
    var purpose = CallPurpose.named(text).filter(named -> !named.answers()).orElse(null);
    if (purpose == null) {
      errors.add(new FieldProblem("purpose", "UNKNOWN", "is no purpose of a call"));
    }
    return purpose;
  }

  private Person person(UUID tenantId, CallRequest request) {
    if (request.contactId() != null) {
      return contacts
          .find(request.contactId())
          .map(known -> new Person(known.id(), PhoneNumber.of(known.phoneNumber())))
          .orElseThrow(
              () -> ProblemException.field("contactId", "UNKNOWN", "there is no such contact"));
    }
    var fields =
        new ContactFields(request.phoneNumber(), null, null, null, null, null, null, null, null);
    return switch (rules.check(fields)) {
      case CheckedContact.Good good ->
          new Person(contacts.save(tenantId, good).contact().id(), good.phone().number());
      case CheckedContact.Bad(var wrong) ->
          throw ProblemException.fields(
              wrong.stream().map(e -> new FieldProblem(e.field(), e.code(), e.message())).toList());
    };
  }

  private DialQueue.Entry entry(
      UUID id,
      UUID tenantId,
      Person person,
      CallPurpose purpose,
      CallRequest request,
      Instant notBefore,
      @Nullable String receipt,
      Instant now) {
    return new DialQueue.Entry(
        id,
        tenantId,
        account.accountId(),
        null,
        person.contactId(),
        person.number(),
        purpose,
        request.objective(),
        request.agentId(),
        1,
        DialQueue.Priority.SOON,
        notBefore,
        receipt,
        now);
  }

  private boolean isAgent(UUID id) {
    return jdbc.sql(
            """
            select exists (select 1 from agent where id = :id and deleted_at is null) as known
            """)
        .param("id", id)
        .query((row, _) -> row.getBoolean("known"))
        .single();
  }

  private static ProblemException refused(Decision.Denied denied) {
    return ProblemException.fields(denied.reasons().stream().map(CallOrders::problem).toList());
  }

  private static FieldProblem problem(Receipt.Reason reason) {
    var code = reason.code() == null ? "DENIED" : reason.code().name();
    return new FieldProblem("phoneNumber", code, reason.detail() + " (" + reason.ruleId() + ")");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private record Person(UUID contactId, PhoneNumber number) {}
}
