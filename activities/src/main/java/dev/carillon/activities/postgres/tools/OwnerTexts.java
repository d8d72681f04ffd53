package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.CallStart;
import dev.carillon.conversation.Messaging;
import dev.carillon.conversation.Messaging.Kind;
import dev.carillon.conversation.Messaging.OutgoingText;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.policy.ProviderFailure;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts to the owner. A carrier that is away must not fail the tool: the person in the call is
/// waiting.
final class OwnerTexts {
  private static final Logger LOG = LoggerFactory.getLogger(OwnerTexts.class);

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Messaging messaging;

  OwnerTexts(JdbcClient jdbc, TenantTransactions transactions, Messaging messaging) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.messaging = messaging;
  }

  void tell(UUID tenantId, @Nullable CallStart call, String dedupeKey, String text) {
    var number = transactions.in(tenantId, () -> ownerNumber(tenantId));
    if (number.isEmpty()) {
      return;
    }
    try {
      messaging.send(
          new OutgoingText(
              tenantId,
              dedupeKey,
              number.get(),
              text,
              Kind.OWNER,
              null,
              call == null ? null : call.campaignId(),
              call == null ? null : call.callId()));
    } catch (ProviderFailure away) {
      LOG.atWarn()
          .addKeyValue("reason", dedupeKey)
          .addKeyValue("failure", away.getMessage())
          .log("the owner could not be told");
    }
  }

  private Optional<PhoneNumber> ownerNumber(UUID tenantId) {
    return jdbc.sql(
            "select owner_number from business where tenant_id = :tenant and owner_number is not"
                + " null")
        .param("tenant", tenantId)
        .query((row, _) -> new PhoneNumber(row.getString("owner_number")))
        .optional();
  }
}
