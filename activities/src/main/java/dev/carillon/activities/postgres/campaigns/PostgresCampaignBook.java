package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.campaign.CampaignAnswer;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.CampaignCommand;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.CampaignStates;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The books of campaigns in PostgreSQL.
final class PostgresCampaignBook implements CampaignBook {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final Starting starting;
  private final Cancelling cancelling;
  private final OwnerNotice notice;
  private final Outcomes outcomes;
  private final Events events;
  private final BooleanSupplier repeated;
  private final InstantSource clock;

  /// @param repeated whether this is not the first try of the activity: then a campaign that stands
  ///   where the command leads got there by the try before
  PostgresCampaignBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Campaigns campaigns,
      Starting starting,
      Cancelling cancelling,
      OwnerNotice notice,
      Outcomes outcomes,
      Events events,
      BooleanSupplier repeated,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.starting = starting;
    this.cancelling = cancelling;
    this.notice = notice;
    this.outcomes = outcomes;
    this.events = events;
    this.repeated = repeated;
    this.clock = clock;
  }

  @Override
  public CampaignAnswer apply(Command command) {
    var campaign = command.campaign();
    var answer = transactions.in(campaign.tenantId(), () -> change(campaign, command.command()));
    if (answer.state() == CampaignState.CANCELLED) {
      cancelling.drain(campaign);
    }
    return answer;
  }

  private CampaignAnswer change(CampaignRef campaign, CampaignCommand command) {
    var from =
        campaigns
            .lock(campaign.campaignId())
            .orElseThrow(() ->
                new IllegalStateException("not in the books: campaign " + campaign.campaignId()));
    var to = CampaignStates.after(from, command);
    if (to.isEmpty()) {
      return new CampaignAnswer(repeated.getAsBoolean() && from == target(command), from);
    }
    move(campaign, to.get(), event(command));
    if (command == CampaignCommand.START) {
      starting.queueEverybody(campaign.campaignId());
    }
    return new CampaignAnswer(true, to.get());
  }

  private static CampaignState target(CampaignCommand command) {
    return switch (command) {
      case START, RESUME -> CampaignState.RUNNING;
      case PAUSE -> CampaignState.PAUSED;
      case CANCEL -> CampaignState.CANCELLED;
    };
  }

  private static String event(CampaignCommand command) {
    return switch (command) {
      case START -> "campaign_started";
      case RESUME -> "campaign_resumed";
      case PAUSE -> "campaign_paused";
      case CANCEL -> "campaign_cancelled";
    };
  }

  private void move(CampaignRef campaign, CampaignState to, String event) {
    var now = clock.instant();
    jdbc.sql(
            """
            update campaign set state = :state,
              started_at = case when :state = 'RUNNING' then coalesce(started_at, :now)
                else started_at end,
              ended_at = case when :state in ('COMPLETED', 'CANCELLED') then :now end
            where id = :id
            """)
        .param("state", to.name())
        .param("now", Moments.param(now))
        .param("id", campaign.campaignId())
        .update();
    if (to == CampaignState.RUNNING) {
      jdbc.sql("select pg_notify('carillon_dial', '')").query((_, _) -> true).single();
    }
    events.append(
        Event.ofCampaign(
            campaign.tenantId(), now, event, campaign.campaignId(), Map.of("state", to.name())));
  }

  @Override
  public CampaignAnswer closeIfDone(CampaignRef campaign) {
    return transactions.in(campaign.tenantId(), () -> closing(campaign));
  }

  private CampaignAnswer closing(CampaignRef campaign) {
    UUID id = campaign.campaignId();
    var state = campaigns.lock(id).orElse(CampaignState.CANCELLED);
    boolean open = state == CampaignState.RUNNING || state == CampaignState.PAUSED;
    if (open && !outcomes.anyOpen(id)) {
      move(campaign, CampaignState.COMPLETED, "campaign_completed");
      return new CampaignAnswer(true, CampaignState.COMPLETED);
    }
    return new CampaignAnswer(state == CampaignState.COMPLETED, state);
  }

  @Override
  public CampaignAnswer tellOwner(CampaignRef campaign) {
    return notice.campaignFinished(campaign);
  }
}
