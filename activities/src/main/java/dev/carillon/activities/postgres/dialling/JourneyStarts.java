package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallPurpose;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes of a campaign what its journeys' workflows start with.
final class JourneyStarts {
  private final JdbcClient jdbc;
  private final Jsonb json;

  JourneyStarts(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// The wire form of a campaign's steps; a list of its own would lose the steps' types.
  record Steps(List<Step> steps) {}

  JourneyStart of(UUID tenantId, UUID campaignId, UUID contactId) {
    return jdbc.sql(
            "select max_attempts, redial, steps, sms_fallback from campaign where id = :campaign")
        .param("campaign", campaignId)
        .query((row, _) ->
            new JourneyStart(
                tenantId,
                campaignId,
                contactId,
                row.getInt("max_attempts"),
                json.read("{\"waits\":" + row.getString("redial") + "}", RedialPolicy.class),
                steps(row.getString("steps"), row.getString("sms_fallback"))))
        .single();
  }

  private List<Step> steps(@Nullable String named, @Nullable String smsFallback) {
    if (named != null) {
      return json.read("{\"steps\":" + named + "}", Steps.class).steps();
    }
    var steps = new ArrayList<Step>();
    steps.add(new Step.Call());
    if (smsFallback != null && !smsFallback.isBlank()) {
      steps.add(new Step.Sms(smsFallback));
    }
    return steps;
  }

  /// Admitted calls whose workflows have not been heard of since `before`.
  List<Dial> lost(UUID accountId, Instant before) {
    return jdbc.sql(
            """
            select * from call
            where account_id = :account and state = 'RESERVED' and submitted_at is null
              and news_at <= :before and direction = 'OUTBOUND'
            order by news_at limit 50
            """)
        .param("account", accountId)
        .param("before", Moments.param(before))
        .query((row, _) -> dial(row))
        .list();
  }

  /// Notes that a lost admission was sent again.
  void sentAgain(UUID callId, Instant now) {
    jdbc.sql("update call set news_at = :now where id = :call and state = 'RESERVED'")
        .param("now", Moments.param(now))
        .param("call", callId)
        .update();
  }

  private static Dial dial(ResultSet row) throws SQLException {
    return new Dial(
        row.getObject("id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        PhoneNumber.of(row.getString("phone_number")),
        CallPurpose.named(row.getString("purpose")).orElseThrow(),
        row.getInt("attempt_no"));
  }
}
