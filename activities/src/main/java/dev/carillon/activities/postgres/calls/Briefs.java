package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.TranscriptLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Gathers what a bridge needs to talk, in the tenant's transaction that is under way.
final class Briefs {
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy, h:mm a", Locale.US);
  private static final Duration LONGEST_TALK = Duration.ofMinutes(5);
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
  private static final String VOICE = "marin";
  private static final List<String> ENGINES = List.of("openai-realtime");

  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Prompts prompts;
  private final InstantSource clock;

  Briefs(JdbcClient jdbc, Jsonb json, Prompts prompts, InstantSource clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.prompts = prompts;
    this.clock = clock;
  }

  private record Basis(
      UUID tenantId,
      Direction direction,
      CallPurpose purpose,
      @Nullable UUID contactId,
      @Nullable UUID campaignId,
      @Nullable String objective,
      @Nullable String name,
      @Nullable String language,
      @Nullable String contactZone,
      boolean machine,
      String business,
      String businessZone,
      @Nullable String disclosure,
      @Nullable String callback,
      @Nullable String agent) {}

  private record Appointment(Instant startsAt, @Nullable String service, @Nullable String place) {}

  CallBrief of(UUID callId) {
    var basis =
        jdbc.sql(
                """
                select c.tenant_id, c.direction, c.purpose, c.contact_id, c.campaign_id,
                  coalesce(c.objective, m.objective) as objective, c.answered_by,
                  p.name as person, p.language, p.time_zone as contact_zone,
                  b.name as business, b.time_zone as business_zone, b.disclosure,
                  coalesce(b.callback_number, b.phone_number) as callback,
                  a.definition as agent
                from call c
                  join business b on b.tenant_id = c.tenant_id
                  left join contact p on p.id = c.contact_id
                  left join campaign m on m.id = c.campaign_id
                  left join agent a on a.id = coalesce(c.agent_id, m.agent_id)
                where c.id = :call
                """)
            .param("call", callId)
            .query((row, _) -> basis(row))
            .single();
    var agent = basis.agent() == null ? null : json.tree(basis.agent());
    var values = values(basis, nextAppointment(basis));
    var greeting = greeting(basis, values);
    values.put("greeting", greeting);
    return new CallBrief(
        basis.tenantId(),
        callId,
        basis.direction(),
        basis.purpose(),
        basis.business(),
        prompts.instructions(basis.purpose(), values),
        greeting,
        prompts.voicemail(basis.purpose(), values),
        language(basis),
        text(agent, "voice", VOICE),
        engines(agent),
        prompts.tools(),
        LONGEST_TALK,
        heard(callId),
        basis.machine(),
        basis.contactId(),
        basis.campaignId());
  }

  private static Basis basis(ResultSet row) throws SQLException {
    var answeredBy = row.getString("answered_by");
    return new Basis(
        row.getObject("tenant_id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        CallPurpose.named(row.getString("purpose")).orElseThrow(),
        row.getObject("contact_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getString("objective"),
        row.getString("person"),
        row.getString("language"),
        row.getString("contact_zone"),
        answeredBy != null && (answeredBy.startsWith("machine") || answeredBy.equals("fax")),
        row.getString("business"),
        row.getString("business_zone"),
        row.getString("disclosure"),
        row.getString("callback"),
        row.getString("agent"));
  }

  private @Nullable Appointment nextAppointment(Basis basis) {
    return jdbc.sql(
            """
            select starts_at, service, place from appointment
            where contact_id = :contact and status in ('BOOKED', 'RESCHEDULED') and starts_at > :now
            order by starts_at limit 1
            """)
        .param("contact", basis.contactId())
        .param("now", Moments.param(clock.instant()))
        .query((row, _) ->
            new Appointment(
                Moments.read(row, "starts_at"), row.getString("service"), row.getString("place")))
        .optional()
        .orElse(null);
  }

  private Map<String, String> values(Basis basis, @Nullable Appointment appointment) {
    var businessZone = LocalTimes.zone(basis.businessZone(), ZoneOffset.UTC);
    var zone = LocalTimes.zone(basis.contactZone(), businessZone);
    var when = appointment == null ? "" : LocalTimes.inWords(appointment.startsAt(), zone);
    var now = clock.instant();
    var values = new HashMap<String, String>();
    values.put("business", basis.business());
    values.put("language", language(basis));
    values.put("now", DATED.format(now.atZone(zone)));
    values.put("zone", zone.getId());
    values.put("example", example(now.atZone(zone)));
    values.put("elsewhere", elsewhere(basis.business(), now.atZone(businessZone), zone));
    values.put("appointment", when.isEmpty() ? "" : " on " + when);
    values.put("callback", basis.callback() == null ? "" : " at " + spelled(basis.callback()));
    values.put("facts", facts(basis, appointment, when));
    return values;
  }

  /// Tomorrow at three, as a tool wants it.
  private static String example(ZonedDateTime now) {
    return now.toLocalDate()
        .plusDays(1)
        .atTime(15, 0)
        .atZone(now.getZone())
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static String elsewhere(String business, ZonedDateTime now, ZoneId ofThePerson) {
    return now.getZone().equals(ofThePerson)
        ? ""
        : "\n- %s keeps the time of %s, where it is %s."
            .formatted(oneLine(business), now.getZone().getId(), DATED.format(now));
  }

  private static String facts(Basis basis, @Nullable Appointment appointment, String when) {
    var lines = new ArrayList<String>();
    lines.add("Business: " + oneLine(basis.business()));
    lines.add("Person: " + (basis.name() == null ? "not known" : oneLine(basis.name())));
    if (appointment != null) {
      lines.add("Appointment: " + when);
      if (appointment.service() != null) {
        lines.add("Service: " + oneLine(appointment.service()));
      }
      if (appointment.place() != null) {
        lines.add("Place: " + oneLine(appointment.place()));
      }
    }
    if (basis.objective() != null) {
      lines.add("What the business wants to know: " + oneLine(basis.objective()));
    }
    return String.join("\n", lines);
  }

  /// Nobody's text may look like the end of the facts.
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("={3,}", "=");
  }

  private String greeting(Basis basis, Map<String, String> values) {
    var greeting = prompts.greeting(basis.purpose(), values);
    return basis.disclosure() == null || basis.disclosure().isBlank()
        ? greeting
        : greeting + " " + basis.disclosure().strip();
  }

  private static String language(Basis basis) {
    return basis.language() == null || !LANGUAGE.matcher(basis.language()).matches()
        ? "en-US"
        : basis.language();
  }

  /// Digits apart, so that a voice reads them one by one.
  private static String spelled(String number) {
    return String.join(" ", number.replace("+", "").split(""));
  }

  private static List<String> engines(@Nullable JsonNode agent) {
    var named = agent == null ? null : agent.get("engines");
    if (named == null || !named.isArray() || named.isEmpty()) {
      return ENGINES;
    }
    var engines = new ArrayList<String>();
    named.forEach(engine -> engines.add(engine.asString()));
    return engines;
  }

  private static String text(@Nullable JsonNode agent, String field, String otherwise) {
    var value = agent == null ? null : agent.get(field);
    return value == null || !value.isString() ? otherwise : value.asString();
  }

  private List<TranscriptLine> heard(UUID callId) {
    return jdbc.sql("select * from call_turn where call_id = :call order by seq")
        .param("call", callId)
        .query((row, _) ->
            new TranscriptLine(
                row.getInt("seq"),
                Moments.read(row, "at"),
                TranscriptLine.Speaker.valueOf(row.getString("who")),
                row.getString("body"),
                row.getBoolean("interrupted")))
        .list();
  }
}
