package dev.carillon.api.console;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.api.RunningApi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A garage in the middle of its day: campaigns in every state, people with tricky names, a call
/// that is being talked and one that is over. Written past the product's own code, as a database
/// that was filled yesterday.
final class Garage {
  /// A name that would be a script if anybody forgot to escape it.
  static final String TRICKY = "<script>alert('x')</script> & \"Söhne\"";

  private static final String ALLOWED =
      """
      {"decidedAt": "%s", "allowed": true, "reasons": [
        {"ruleId": "PLATFORM-DESTINATION", "citation": "Platform policy: opened countries only",
         "verdict": "PASSED", "code": null, "detail": "A number of US."},
        {"ruleId": "US-CONSENT-INFORMATIONAL", "citation": "47 USC 227(b)(1)(A); FCC 24-17: prior express consent",
         "verdict": "PASSED", "code": null, "detail": "EXPRESS consent of 2026-05-01T10:00:00Z."},
        {"ruleId": "US-INTERNAL-DNC", "citation": "47 CFR 64.1200(d)", "verdict": "PASSED", "code": null,
         "detail": "On no list of those never to be called."},
        {"ruleId": "US-TCPA-HOURS", "citation": "47 CFR 64.1200(c)(1): 8 a.m. to 9 p.m.; we keep 9 to 20",
         "verdict": "PASSED", "code": null, "detail": "Inside in every candidate zone."}],
       "zones": [{"zone": "America/New_York", "source": "AREA_CODE"},
         {"zone": "America/New_York", "source": "NUMBER_PREFIX"}],
       "localTimes": [{"zone": "America/New_York", "time": "2026-06-02T13:00:00-04:00"}],
       "capsUsed": [], "ruleSetVersion": "2026-11-24", "notBefore": null}
      """;
  private static final String TOO_EARLY =
      """
      {"decidedAt": "%s", "allowed": false, "reasons": [
        {"ruleId": "US-TCPA-HOURS", "citation": "47 CFR 64.1200(c)(1)", "verdict": "DENIED",
         "code": "OUTSIDE_WINDOW", "detail": "Outside: 07:40 in America/Los_Angeles."}],
       "zones": [{"zone": "America/Los_Angeles", "source": "AREA_CODE"}], "localTimes": [],
       "capsUsed": [], "ruleSetVersion": "2026-11-24", "notBefore": "%s"}
      """;

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Ids ids;
  private final UUID account;
  private final Instant now;
  private int people;

  private UUID reminder = new UUID(0, 0);
  private UUID liveCall = new UUID(0, 0);
  private UUID endedCall = new UUID(0, 0);
  private UUID tricky = new UUID(0, 0);

  private Garage(TestDatabase database, Instant now) {
    this.jdbc = database.jdbc();
    this.transactions = database.transactions();
    this.ids = database.ids();
    this.account = database.account().accountId();
    this.now = now;
  }

  static Garage openedIn(RunningApi api) {
    var garage = new Garage(api.database(), api.part(InstantSource.class).instant());
    garage.transactions.run(TestDatabase.TENANT, garage::fill);
    return garage;
  }

  UUID reminder() {
    return reminder;
  }

  UUID liveCall() {
    return liveCall;
  }

  UUID endedCall() {
    return endedCall;
  }

  UUID tricky() {
    return tricky;
  }

  /// Runs for looking at pages by hand, until it is ended.
  public static void main(String[] settings) throws InterruptedException {
    try (var api = RunningApi.start(settings)) {
      var garage = openedIn(api);
      IO.println(
          "READY %s call=%s over=%s campaign=%s contact=%s"
              .formatted(
                  api.address(),
                  garage.liveCall,
                  garage.endedCall,
                  garage.reminder,
                  garage.tricky));
      Thread.currentThread().join();
    }
  }

  private void fill() {
    jdbc.sql("update business set name = 'Fairview Auto & Tire', phone_number = '+12125550100'")
        .update();
    reminder = campaign("Tomorrow’s appointments", "confirm_appointment", "RUNNING", 60);
    var winter = campaign("Winter tire offers", "follow_up", "PAUSED", 60 * 26);
    var may = campaign("May reminders", "reminder", "COMPLETED", 60 * 24 * 9);
    campaign("New leads from the website", "qualify_lead", "DRAFT", 5);
    runningCampaign();
    tricky = person(TRICKY, "+12128670199");
    for (int i = 0; i < 9; i++) {
      done(winter, person("Winter customer " + i, null), i < 4 ? "TALKED" : "NOT_REACHED");
    }
    for (int i = 0; i < 11; i++) {
      waiting(winter, person("Patient customer " + i, null), null);
    }
    done(winter, tricky, "DECLINED");
    var results =
        new String[] {
          "GOAL_ACHIEVED",
          "GOAL_ACHIEVED",
          "GOAL_ACHIEVED",
          "GOAL_ACHIEVED",
          "MESSAGE_LEFT",
          "NOT_REACHED",
          "OPTED_OUT"
        };
    for (int i = 0; i < 28; i++) {
      done(may, person("May customer " + i, null), results[i % results.length]);
    }
    extras();
  }

  private void runningCampaign() {
    var ada = person("Ada Fontaine", "+12128670101");
    endedCall = call(reminder, ada, 1, "ENDED", "ANSWERED", "GOAL_ACHIEVED", 22);
    talk(endedCall, 22);
    outcome(reminder, ada, "GOAL_ACHIEVED", "CONFIRMED_BY_PERSON", endedCall);
    var ben = person("Benjamin Okafor", "+12128670102");
    liveCall = call(reminder, ben, 2, "IN_PROGRESS", null, null, 1);
    call(reminder, ben, 1, "ENDED", "NO_ANSWER", null, 130);
    journey(reminder, ben, "ACTIVE", null, null);
    say(
        liveCall,
        1,
        40,
        "AGENT",
        "Hi, this is the AI assistant of Fairview Auto and Tire. Am I speaking with Benjamin?",
        false);
    say(liveCall, 2, 33, "PERSON", "Yes, speaking.", false);
    say(
        liveCall,
        3,
        29,
        "AGENT",
        "I'm calling about your oil change tomorrow at ten thirty. It should take about",
        true);
    say(liveCall, 4, 24, "PERSON", "Could we make it a bit later?", false);
    var cleo = person("Cleo Marsh", "+12128670103");
    call(reminder, cleo, 1, "ENDED", "NO_ANSWER", null, 45);
    call(reminder, cleo, 2, "ENDED", "BUSY", null, 20);
    waiting(reminder, cleo, now.plus(Duration.ofMinutes(95)));
    var dev = person("Devi Raman", "+13106000104");
    waiting(reminder, dev, now.plus(Duration.ofHours(20)));
    jdbc.sql("update journey set receipt = cast(:receipt as jsonb) where contact_id = :contact")
        .param("receipt", TOO_EARLY.formatted(now, now.plus(Duration.ofHours(20))))
        .param("contact", dev)
        .update();
    var eli = person("Eli Watts", "+12128670105");
    var message = call(reminder, eli, 1, "ENDED", "VOICEMAIL", "MESSAGE_LEFT", 31);
    outcome(reminder, eli, "MESSAGE_LEFT", "VOICEMAIL", message);
    var fay = person("Fay Lindqvist", "+12128670106");
    outcome(
        reminder,
        fay,
        "RESCHEDULE_REQUESTED",
        "ASKED_FOR_ANOTHER_TIME",
        call(reminder, fay, 1, "ENDED", "ANSWERED", "RESCHEDULE_REQUESTED", 35));
    var gus = person("Gus Petrov", "+12128670107");
    outcome(
        reminder,
        gus,
        "OPTED_OUT",
        "ASKED_IN_THE_CALL",
        call(reminder, gus, 1, "ENDED", "ANSWERED", "OPTED_OUT", 38));
    for (int i = 0; i < 5; i++) {
      var someone =
          person(
              new String[] {"Hana Sato", "Ivo Brandt", "Jude Ames", "Kira Novak", "Leo Costa"}[i],
              null);
      outcome(
          reminder,
          someone,
          "GOAL_ACHIEVED",
          "CONFIRMED_BY_PERSON",
          call(reminder, someone, 1, "ENDED", "ANSWERED", "GOAL_ACHIEVED", 40 + i * 3));
    }
    outcome(reminder, person("Mo Haddad", null), "NOT_CALLABLE", "SUPPRESSED", null);
    appointment(ada, 20, "Oil change", "CONFIRMED");
    appointment(ben, 21, "Oil change", "BOOKED");
    appointment(cleo, 23, "Brake check", "BOOKED");
    appointment(fay, 25, "Tire rotation", "RESCHEDULED");
  }

  private void extras() {
    jdbc.sql(
            """
            insert into suppression (id, tenant_id, phone_number, scope, reason, source, by_the_person, created_at)
            values (:a, :tenant, '+12128670107', 'ALL', null, 'CALL', true, :now),
              (:b, :tenant, '+12128670180', 'VOICE', 'Prefers e-mail', 'CONSOLE', false, :now)
            """)
        .param("a", ids.next())
        .param("b", ids.next())
        .param("tenant", TestDatabase.TENANT)
        .param("now", Moments.param(now.minus(Duration.ofMinutes(37))))
        .update();
    jdbc.sql(
            """
            insert into schedule (id, tenant_id, name, kind, definition, last_run_at, created_at)
            values (:id, :tenant, 'Daily reminders', 'REMINDER_SWEEP', cast(:definition as jsonb), :last, :last)
            """)
        .param("id", ids.next())
        .param("tenant", TestDatabase.TENANT)
        .param(
            "definition",
            """
            {"name": "Daily reminders", "kind": "REMINDER_SWEEP", "at": "09:00", "days": ["MON", "TUE", "WED",
              "THU", "FRI", "SAT", "SUN"], "timeZone": "America/New_York", "leadDays": 1, "campaign": null}
            """)
        .param("last", Moments.param(now.minus(Duration.ofHours(5))))
        .update();
    var contact =
        jdbc.sql("select id from contact where name = 'Ada Fontaine'")
            .query((row, _) -> row.getObject(1, UUID.class))
            .single();
    text(contact, "OUT", "Fairview Auto: your oil change is tomorrow at 10:30. See you then!", 15);
    text(contact, "IN", "Great, thanks! Is there parking?", 9);
    text(contact, "OUT", "Yes, right behind the building.", 8);
    jdbc.sql(
            """
            insert into consent (id, tenant_id, contact_id, kind, channel, source, given_at)
            values (:id, :tenant, :contact, 'EXPRESS', 'ALL', 'Service form at the counter', :at)
            """)
        .param("id", ids.next())
        .param("tenant", TestDatabase.TENANT)
        .param("contact", contact)
        .param("at", Moments.param(now.minus(Duration.ofDays(32))))
        .update();
  }

  private UUID campaign(String name, String purpose, String state, long minutesAgo) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into campaign (id, tenant_id, account_id, name, purpose, state, max_attempts, redial,
              calls_per_second, concurrency, created_at, started_at, ended_at)
            values (:id, :tenant, :account, :name, :purpose, :state, 3, '{}', 0.1667, 5, :created,
              case when :state <> 'DRAFT' then cast(:created as timestamptz) end,
              case when :state = 'COMPLETED' then cast(:created as timestamptz) + interval '3 hours' end)
            """)
        .param("id", id)
        .param("tenant", TestDatabase.TENANT)
        .param("account", account)
        .param("name", name)
        .param("purpose", purpose)
        .param("state", state)
        .param("created", Moments.param(now.minus(Duration.ofMinutes(minutesAgo))))
        .update();
    return id;
  }

  private UUID person(String name, @Nullable String number) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into contact (id, tenant_id, phone_number, name, created_at, updated_at)
            values (:id, :tenant, :number, :name, :now, :now)
            """)
        .param("id", id)
        .param("tenant", TestDatabase.TENANT)
        .param("number", number == null ? "+1212868%04d".formatted(1000 + people++) : number)
        .param("name", name)
        .param("now", Moments.param(now.minus(Duration.ofDays(2))))
        .update();
    return id;
  }

  private void journey(
      UUID campaign, UUID contact, String state, @Nullable Instant next, @Nullable String receipt) {
    jdbc.sql(
            """
            insert into journey (tenant_id, campaign_id, contact_id, state, next_attempt_at, receipt)
            values (:tenant, :campaign, :contact, :state, :next, cast(:receipt as jsonb))
            """)
        .param("tenant", TestDatabase.TENANT)
        .param("campaign", campaign)
        .param("contact", contact)
        .param("state", state)
        .param("next", Moments.paramOrNull(next))
        .param("receipt", receipt)
        .update();
  }

  private void waiting(UUID campaign, UUID contact, @Nullable Instant next) {
    journey(campaign, contact, "WAITING", next, null);
  }

  private void done(UUID campaign, UUID contact, String outcome) {
    outcome(campaign, contact, outcome, "OLD_TIMES", null);
  }

  private void outcome(
      UUID campaign, UUID contact, String outcome, String reason, @Nullable UUID call) {
    journey(campaign, contact, "DONE", null, null);
    jdbc.sql(
            """
            insert into outcome (tenant_id, campaign_id, contact_id, outcome, reason, call_id, decided_at)
            values (:tenant, :campaign, :contact, :outcome, :reason, :call, :at)
            """)
        .param("tenant", TestDatabase.TENANT)
        .param("campaign", campaign)
        .param("contact", contact)
        .param("outcome", outcome)
        .param("reason", reason)
        .param("call", call)
        .param(
            "at",
            Moments.param(now.minus(Duration.ofMinutes(reason.equals("OLD_TIMES") ? 60 * 50 : 12))))
        .update();
  }

  private UUID call(
      @Nullable UUID campaign,
      UUID contact,
      int attempt,
      String state,
      @Nullable String disposition,
      @Nullable String outcome,
      long minutesAgo) {
    var id = ids.next();
    var began = now.minus(Duration.ofMinutes(minutesAgo));
    boolean answered = "ANSWERED".equals(disposition) || state.equals("IN_PROGRESS");
    jdbc.sql(
            """
            insert into call (id, tenant_id, account_id, contact_id, campaign_id, direction, purpose, phone_number,
              attempt_no, state, disposition, outcome, receipt, summary, provider_call_id, created_at, news_at,
              submitted_at, placed_at, ringing_at, answered_at, ended_at, cost)
            select :id, :tenant, :account, :contact, :campaign, 'OUTBOUND', 'confirm_appointment', phone_number,
              :attempt, :state, :disposition, :outcome, cast(:receipt as jsonb), cast(:summary as jsonb), :provider,
              :began, :began, :began, :began, :began + interval '3 seconds',
              case when :answered then :began + interval '14 seconds' end,
              case when :state = 'ENDED' then :began + interval '66 seconds' end, 0.0140
            from contact where id = :contact
            """)
        .param("id", id)
        .param("tenant", TestDatabase.TENANT)
        .param("account", account)
        .param("contact", contact)
        .param("campaign", campaign)
        .param("attempt", attempt)
        .param("state", state)
        .param("disposition", disposition)
        .param("outcome", outcome)
        .param("receipt", ALLOWED.formatted(began))
        .param(
            "summary",
            "GOAL_ACHIEVED".equals(outcome)
                ? "{\"text\": \"Ada confirmed her oil change for tomorrow at 10:30 and asked about"
                    + " parking.\", \"interest\": \"HIGH\", \"nextAction\": \"Text her where to"
                    + " park\", \"outcome\": \"GOAL_ACHIEVED\"}"
                : null)
        .param("provider", "CA" + id.toString().replace("-", ""))
        .param("began", Moments.param(began))
        .param("answered", answered)
        .update();
    return id;
  }

  private void talk(UUID call, int minutesAgo) {
    int at = minutesAgo * 60 - 15;
    say(
        call,
        1,
        at,
        "AGENT",
        "Hello, this is the AI assistant of Fairview Auto and Tire, calling for Ada Fontaine.",
        false);
    say(call, 2, at - 7, "PERSON", "Hi! Yes, that's me.", false);
    say(
        call,
        3,
        at - 10,
        "AGENT",
        "You have an oil change booked with us tomorrow at ten thirty in the morning. Does that"
            + " still",
        true);
    say(call, 4, at - 15, "PERSON", "Yes, yes, I'll be there.", false);
    say(call, 5, at - 18, "TOOL", "confirm_appointment: done", false);
    say(
        call,
        6,
        at - 20,
        "AGENT",
        "Wonderful, you're confirmed. Is there anything else I can help with?",
        false);
    say(call, 7, at - 26, "PERSON", "Where can I park?", false);
    say(
        call,
        8,
        at - 29,
        "AGENT",
        "Right behind the building, the entrance is on Mill Street. See you tomorrow!",
        false);
    say(call, 9, at - 36, "TOOL", "end_call: done", false);
  }

  void say(UUID call, int seq, int secondsAgo, String who, String text, boolean interrupted) {
    jdbc.sql(
            """
            insert into call_turn (tenant_id, call_id, seq, at, who, body, interrupted)
            values (:tenant, :call, :seq, :at, :who, :text, :interrupted)
            """)
        .param("tenant", TestDatabase.TENANT)
        .param("call", call)
        .param("seq", seq)
        .param("at", Moments.param(now.minus(Duration.ofSeconds(secondsAgo))))
        .param("who", who)
        .param("text", text)
        .param("interrupted", interrupted)
        .update();
  }

  private void appointment(UUID contact, int hoursAhead, String service, String status) {
    var hour = now.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    jdbc.sql(
            """
            insert into appointment (id, tenant_id, contact_id, starts_at, duration_minutes, service, status, created_at, updated_at)
            values (:id, :tenant, :contact, :starts, 45, :service, :status, :now, :now)
            """)
        .param("id", ids.next())
        .param("tenant", TestDatabase.TENANT)
        .param("contact", contact)
        .param(
            "starts",
            Moments.param(hour.plus(Duration.ofHours(hoursAhead)).plus(Duration.ofMinutes(30))))
        .param("service", service)
        .param("status", status)
        .param("now", Moments.param(now))
        .update();
  }

  private void text(UUID contact, String direction, String body, long minutesAgo) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into message (id, tenant_id, contact_id, direction, phone_number, body, state, dedupe_key, at)
            select :id, :tenant, :contact, :direction, phone_number, :body,
              case :direction when 'IN' then 'RECEIVED' else 'DELIVERED' end, :key, :at
            from contact where id = :contact
            """)
        .param("id", id)
        .param("tenant", TestDatabase.TENANT)
        .param("contact", contact)
        .param("direction", direction)
        .param("body", body)
        .param("key", id.toString())
        .param("at", Moments.param(now.minus(Duration.ofMinutes(minutesAgo))))
        .update();
  }
}
