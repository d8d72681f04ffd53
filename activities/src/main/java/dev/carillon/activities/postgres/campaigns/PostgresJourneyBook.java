package dev.carillon.activities.postgres.campaigns;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.call.CallPurpose;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books of journeys in PostgreSQL.
final class PostgresJourneyBook implements JourneyBook {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final DialQueue queue;
  private final Outcomes outcomes;
  private final WorkflowSignals signals;
  private final Messaging messaging;
  private final Ids ids;
  private final InstantSource clock;

  PostgresJourneyBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      DialQueue queue,
      Outcomes outcomes,
      WorkflowSignals signals,
      Messaging messaging,
      Ids ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.queue = queue;
    this.outcomes = outcomes;
    this.signals = signals;
    this.messaging = messaging;
    this.ids = ids;
    this.clock = clock;
  }

  private record Standing(
      boolean open,
      boolean queued,
      UUID accountId,
      PhoneNumber number,
      CallPurpose purpose,
      @Nullable String objective,
      @Nullable UUID agentId) {}

  @Override
  public Queued queueAttempt(NextAttempt next) {
    return transactions.in(next.tenantId(), () -> queueing(next));
  }

  private Queued queueing(NextAttempt next) {
    var standing = standing(next.campaignId(), next.contactId());
    if (!standing.open() || standing.queued()) {
      return new Queued(standing.open());
    }
    var now = clock.instant();
    var notBefore = moment(next, now);
    queue.add(
        new DialQueue.Entry(
            ids.next(),
            next.tenantId(),
            standing.accountId(),
            next.campaignId(),
            next.contactId(),
            standing.number(),
            standing.purpose(),
            standing.objective(),
            standing.agentId(),
            next.attemptNo(),
            DialQueue.Priority.of(standing.purpose()),
            notBefore,
            null,
            now));
    jdbc.sql(
            """
            update journey set state = 'WAITING', next_attempt_at = :notBefore
            where campaign_id = :campaign and contact_id = :contact and state <> 'DONE'
            """)
        .param("notBefore", Moments.param(notBefore))
        .param("campaign", next.campaignId())
        .param("contact", next.contactId())
        .update();
    return new Queued(true);
  }

  private static Instant moment(NextAttempt next, Instant now) {
    if (next.notBefore() != null) {
      return next.notBefore();
    }
    return next.pause() == null ? now : now.plus(next.pause());
  }

  /// A repetition finds the row, or the call that became of it: its workflow waits for this answer.
  private Standing standing(UUID campaignId, UUID contactId) {
    return jdbc.sql(
            """
            select m.account_id, m.purpose, m.objective, m.agent_id, p.phone_number,
              j.state <> 'DONE' and m.state in ('RUNNING', 'PAUSED') as open,
              exists (select 1 from dial_queue q
                where q.campaign_id = m.id and q.contact_id = p.id)
              or exists (select 1 from call c
                where c.campaign_id = m.id and c.contact_id = p.id and c.state = 'RESERVED')
                as queued
            from journey j
              join campaign m on m.id = j.campaign_id
              join contact p on p.id = j.contact_id
            where j.campaign_id = :campaign and j.contact_id = :contact
            for update of j
            """)
        .param("campaign", campaignId)
        .param("contact", contactId)
        .query((row, _) ->
            new Standing(
                row.getBoolean("open"),
                row.getBoolean("queued"),
                row.getObject("account_id", UUID.class),
                PhoneNumber.of(row.getString("phone_number")),
                CallPurpose.named(row.getString("purpose")).orElseThrow(),
                row.getString("objective"),
                row.getObject("agent_id", UUID.class)))
        .single();
  }

  @Override
  public Finished finish(Finish finish) {
    var stands =
        transactions.in(
            finish.tenantId(),
            () -> {
              jdbc.sql(
                      """
                      delete from dial_queue
                      where campaign_id = :campaign and contact_id = :contact
                      """)
                  .param("campaign", finish.campaignId())
                  .param("contact", finish.contactId())
                  .update();
              return outcomes.end(ending(finish), clock.instant());
            });
    // After the commit: of two that finish together, the later one sees the other.
    if (!transactions.in(finish.tenantId(), () -> outcomes.anyOpen(finish.campaignId()))) {
      signals.journeyDone(new CampaignRef(finish.tenantId(), finish.campaignId()));
    }
    return new Finished(stands);
  }

  private static Outcomes.Ending ending(Finish finish) {
    return new Outcomes.Ending(
        finish.tenantId(),
        finish.campaignId(),
        finish.contactId(),
        finish.outcome(),
        finish.reason(),
        finish.callId());
  }

  private record Addressee(PhoneNumber number, @Nullable String name, String business) {}

  @Override
  public TextSent sendText(SendText text) {
    var to = transactions.in(text.tenantId(), () -> addressee(text.tenantId(), text.contactId()));
    var body =
        text.text()
            .replace("{name}", to.name() == null ? "" : to.name())
            .replace("{business}", to.business());
    var delivery =
        messaging.send(
            new Messaging.OutgoingText(
                text.tenantId(),
                "journey/%s/%s/%d".formatted(text.campaignId(), text.contactId(), text.step()),
                to.number(),
                body,
                Messaging.Kind.PERSON,
                text.contactId(),
                text.campaignId(),
                null));
    return new TextSent(delivery == Messaging.Delivery.SENT);
  }

  private Addressee addressee(UUID tenantId, UUID contactId) {
    return jdbc.sql(
            """
            select p.phone_number, p.name, b.name as business
            from contact p join business b on b.tenant_id = :tenant where p.id = :contact
            """)
        .param("tenant", tenantId)
        .param("contact", contactId)
        .query((row, _) ->
            new Addressee(
                PhoneNumber.of(row.getString("phone_number")),
                row.getString("name"),
                row.getString("business")))
        .single();
  }
}
