package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.prompts.AgentVersion;
import dev.carillon.activities.postgres.prompts.PastTalks;
import dev.carillon.activities.postgres.prompts.Prompts;
import dev.carillon.activities.postgres.prompts.Situation;
import dev.carillon.activities.postgres.prompts.Upcoming;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.TranscriptLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Gathers what a bridge needs to talk, in the tenant's transaction that is under way.
final class Briefs {
  private static final Duration LONGEST_TALK = Duration.ofMinutes(5);
  private static final String VOICE = "marin";
  private static final List<String> ENGINES = List.of("openai-realtime");

  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Prompts prompts;
  private final PastTalks past;
  private final Upcoming upcoming;
  private final InstantSource clock;

  Briefs(JdbcClient jdbc, Jsonb json, Prompts prompts, InstantSource clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.prompts = prompts;
    this.past = new PastTalks(jdbc);
    this.upcoming = new Upcoming(jdbc);
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
    var agent = new AgentVersion(basis.agent() == null ? null : json.tree(basis.agent()));
    var situation = situation(basis, callId);
    var greeting = greeting(basis, situation, agent);
    return new CallBrief(
        basis.tenantId(),
        callId,
        basis.direction(),
        basis.purpose(),
        basis.business(),
        prompts.instructions(situation, agent, greeting),
        greeting,
        prompts.voicemail(situation, agent),
        situation.tag(),
        agent.text("voice").orElse(VOICE),
        agent.names("engines").orElse(ENGINES),
        prompts.tools(basis.purpose(), agent),
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

  private Situation situation(Basis basis, UUID callId) {
    var contact = basis.contactId();
    return new Situation(
        basis.purpose(),
        basis.business(),
        basis.businessZone(),
        basis.name(),
        basis.language(),
        basis.contactZone(),
        basis.callback(),
        basis.objective(),
        contact == null ? List.of() : ahead(basis.purpose(), contact),
        contact == null ? null : before(contact, callId),
        clock.instant());
  }

  private List<Situation.Ahead> ahead(CallPurpose purpose, UUID contactId) {
    return purpose.answers()
        ? upcoming.all(contactId, clock.instant())
        : upcoming.toConfirm(contactId, clock.instant());
  }

  /// In a call only the summary is told: a model that speaks takes quoted lines for lines of this
  /// very conversation and goes on with them. The lines themselves it gets from `look_up_customer`.
  private @Nullable String before(UUID contactId, UUID callId) {
    var summary = past.with(contactId, callId, clock.instant()).summary();
    return summary == null ? null : "Last call: " + summary;
  }

  private String greeting(Basis basis, Situation situation, AgentVersion agent) {
    var greeting = prompts.greeting(situation, agent);
    return basis.disclosure() == null || basis.disclosure().isBlank()
        ? greeting
        : greeting + " " + basis.disclosure().strip();
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
