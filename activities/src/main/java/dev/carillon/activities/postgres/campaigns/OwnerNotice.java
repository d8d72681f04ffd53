package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignAnswer;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells the owner by text what a campaign came to.
final class OwnerNotice {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Campaigns campaigns;
  private final Messaging messaging;

  OwnerNotice(
      TenantTransactions transactions, JdbcClient jdbc, Campaigns campaigns, Messaging messaging) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.campaigns = campaigns;
    this.messaging = messaging;
  }

  private record Notice(CampaignAnswer answer, @Nullable PhoneNumber owner, String text) {}

  CampaignAnswer campaignFinished(CampaignRef ref) {
    var notice = transactions.in(ref.tenantId(), () -> notice(ref));
    if (notice.owner() == null) {
      return new CampaignAnswer(false, notice.answer().state());
    }
    messaging.send(
        new Messaging.OutgoingText(
            ref.tenantId(),
            "campaign/%s/finished".formatted(ref.campaignId()),
            notice.owner(),
            notice.text(),
            Messaging.Kind.OWNER,
            null,
            ref.campaignId(),
            null));
    return notice.answer();
  }

  private Notice notice(CampaignRef ref) {
    var campaign = campaigns.find(ref.campaignId()).orElseThrow();
    var counts = campaigns.counts(ref.campaignId());
    var outcomes =
        counts.byOutcome().entrySet().stream()
            .sorted(Map.Entry.<Outcome, Long>comparingByValue().reversed())
            .map(entry -> entry.getValue() + " " + words(entry.getKey()))
            .collect(Collectors.joining(", "));
    var text =
        "Campaign \"%s\" is finished: %d %s%s."
            .formatted(
                campaign.plan().name(),
                counts.total(),
                counts.total() == 1 ? "person" : "people",
                outcomes.isEmpty() ? "" : ", " + outcomes);
    return new Notice(new CampaignAnswer(true, campaign.state()), owner(ref.tenantId()), text);
  }

  private static String words(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private @Nullable PhoneNumber owner(UUID tenantId) {
    return jdbc.sql(
            """
            select owner_number from business
            where tenant_id = :tenant and owner_number is not null
            """)
        .param("tenant", tenantId)
        .query((row, _) -> PhoneNumber.of(row.getString("owner_number")))
        .optional()
        .orElse(null);
  }
}
