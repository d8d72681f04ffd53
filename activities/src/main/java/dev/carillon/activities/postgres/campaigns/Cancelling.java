package dev.carillon.activities.postgres.campaigns;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.CancelReason;
import dev.carillon.campaign.CampaignRef;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Empties a cancelled campaign, page by page, so that a repetition goes on where it ended: whoever
/// waits gets an outcome, whoever is being called is told. Talks that are under way go on.
final class Cancelling {
  private static final int ROWS = 20_000;
  private static final int PEOPLE = 200;

  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final WorkflowSignals signals;
  private final InstantSource clock;

  Cancelling(
      TenantTransactions transactions,
      JdbcClient jdbc,
      WorkflowSignals signals,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
  }

  void drain(CampaignRef campaign) {
    while (transactions.in(campaign.tenantId(), () -> unqueue(campaign)) == ROWS) {
      // The next page.
    }
    while (transactions.in(campaign.tenantId(), () -> endUntried(campaign)) == ROWS) {
      // The next page.
    }
    stopTried(campaign);
    stopCalls(campaign);
  }

  private int unqueue(CampaignRef campaign) {
    return jdbc.sql(
            """
            delete from dial_queue where call_id in (
              select call_id from dial_queue where campaign_id = :campaign
              order by call_id limit :rows)
            """)
        .param("campaign", campaign.campaignId())
        .param("rows", ROWS)
        .update();
  }

  /// People who were never called have no workflow that could write their outcome.
  private int endUntried(CampaignRef campaign) {
    return jdbc.sql(
            """
            with page as (
              select contact_id from journey j
              where campaign_id = :campaign and state = 'WAITING'
                and not exists (select 1 from call c
                  where c.campaign_id = j.campaign_id and c.contact_id = j.contact_id)
              order by contact_id limit :rows for update),
            ended as (
              update journey set state = 'DONE', next_attempt_at = null
              where campaign_id = :campaign and contact_id in (select contact_id from page)
              returning contact_id)
            insert into outcome (tenant_id, campaign_id, contact_id, outcome, reason, decided_at)
            select :tenant, :campaign, contact_id, 'CANCELLED', 'CAMPAIGN_CANCELLED', :now from ended
            on conflict do nothing
            """)
        .param("tenant", campaign.tenantId())
        .param("campaign", campaign.campaignId())
        .param("rows", ROWS)
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private void stopTried(CampaignRef campaign) {
    var after = new UUID(0, 0);
    while (true) {
      var page = tried(campaign, after);
      for (var contact : page) {
        signals.stopJourney(campaign.campaignId(), contact, CancelReason.CAMPAIGN_CANCELLED);
      }
      if (page.size() < PEOPLE) {
        return;
      }
      after = page.getLast();
    }
  }

  private List<UUID> tried(CampaignRef campaign, UUID after) {
    return transactions.in(
        campaign.tenantId(),
        () ->
            jdbc.sql(
                    """
                    select contact_id from journey
                    where campaign_id = :campaign and state <> 'DONE' and contact_id > :after
                    order by contact_id limit :people
                    """)
                .param("campaign", campaign.campaignId())
                .param("after", after)
                .param("people", PEOPLE)
                .query((row, _) -> row.getObject("contact_id", UUID.class))
                .list());
  }

  private void stopCalls(CampaignRef campaign) {
    var calls =
        transactions.in(
            campaign.tenantId(),
            () ->
                jdbc.sql(
                        """
                        select id from call where campaign_id = :campaign
                          and state in ('RESERVED', 'SUBMITTING', 'UNKNOWN', 'QUEUED', 'RINGING')
                        """)
                    .param("campaign", campaign.campaignId())
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list());
    calls.forEach(call -> signals.cancelCall(call, CancelReason.CAMPAIGN_CANCELLED));
  }
}
