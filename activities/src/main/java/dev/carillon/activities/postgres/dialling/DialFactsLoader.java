package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.compliance.Channel;
import dev.carillon.compliance.Consent;
import dev.carillon.compliance.ConsentKind;
import dev.carillon.compliance.DialFacts;
import dev.carillon.compliance.Window;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads all that a decision needs to know, in the transaction that is under way.
final class DialFactsLoader {
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final DialFacts.Guard guard;
  private final Spending spending;

  DialFactsLoader(JdbcClient jdbc, Jsonb json, DialFacts.Guard guard, Spending spending) {
    this.jdbc = jdbc;
    this.json = json;
    this.guard = guard;
    this.spending = spending;
  }

  DialFacts load(Dial dial) {
    return new DialFacts(
        guard,
        contact(dial.contactId()),
        dial.campaignId() == null ? null : campaign(dial, dial.campaignId()),
        suppressions(dial),
        liveCall(dial));
  }

  /// Whether the number's owner asked for silence themselves, since the campaign began.
  boolean silencedByThePerson(Dial dial) {
    return jdbc.sql(
            """
            select exists (select 1 from suppression s
              where s.phone_number = :number and s.scope in ('ALL', 'VOICE') and s.by_the_person
                and not exists (select 1 from campaign c
                  where c.id = :campaign and s.created_at < c.started_at))
            """)
        .param("number", dial.number().e164())
        .param("campaign", dial.campaignId())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private DialFacts.Contact contact(UUID contactId) {
    var consents =
        jdbc.sql(
                """
                select kind, channel, source, given_at, text_version, revoked_at from consent
                where contact_id = :contact order by given_at, id
                """)
            .param("contact", contactId)
            .query((row, _) ->
                new Consent(
                    ConsentKind.valueOf(row.getString("kind")),
                    Channel.valueOf(row.getString("channel")),
                    row.getString("source"),
                    Moments.read(row, "given_at"),
                    row.getString("text_version"),
                    Moments.readOrNull(row, "revoked_at")))
            .list();
    return jdbc.sql("select time_zone, region, postal_code from contact where id = :contact")
        .param("contact", contactId)
        .query((row, _) ->
            new DialFacts.Contact(
                consents,
                // A zone that nobody knows places nobody; the number's own hold all the same.
                LocalTimes.zoneOrNull(row.getString("time_zone")),
                row.getString("region"),
                row.getString("postal_code")))
        .single();
  }

  private DialFacts.Campaign campaign(Dial dial, UUID campaignId) {
    return jdbc.sql(
            """
            select max_attempts, call_window, end_at,
              cast(budget ->> 'amount' as numeric) as budget,
              (select count(*) from call a
                where a.campaign_id = c.id and a.contact_id = :contact and a.id <> :call
                  and a.submitted_at is not null
                  and a.disposition is distinct from 'DENIED') as attempts
            from campaign c where c.id = :campaign
            """)
        .param("contact", dial.contactId())
        .param("call", dial.callId())
        .param("campaign", campaignId)
        .query((row, _) ->
            new DialFacts.Campaign(
                row.getInt("attempts"),
                row.getInt("max_attempts"),
                json.readOrNull(row.getString("call_window"), Window.class),
                Moments.readOrNull(row, "end_at"),
                spending.of(campaignId, row.getBigDecimal("budget"), dial.callId())))
        .single();
  }

  private List<Channel> suppressions(Dial dial) {
    return jdbc.sql("select scope from suppression where phone_number = :number order by scope")
        .param("number", dial.number().e164())
        .query((row, _) -> Channel.valueOf(row.getString("scope")))
        .list();
  }

  private boolean liveCall(Dial dial) {
    return jdbc.sql(
            """
            select exists (select 1 from call
              where phone_number = :number and direction = 'OUTBOUND' and state <> 'ENDED'
                and id <> :call)
            """)
        .param("number", dial.number().e164())
        .param("call", dial.callId())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }
}
