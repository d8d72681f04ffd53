package dev.carillon.api.campaigns;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.activities.postgres.campaigns.Journey;
import dev.carillon.activities.postgres.campaigns.Journeys;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Each person's path through a campaign.
@RestController
@RequestMapping("/api/v1/campaigns/{id}/journeys")
final class JourneysController {
  private final TenantTransactions transactions;
  private final Campaigns campaigns;
  private final Journeys journeys;

  JourneysController(TenantTransactions transactions, Campaigns campaigns, Journeys journeys) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.journeys = journeys;
  }

  /// In the order of the contacts' ids, so that a page stays what it is while the campaign runs.
  @GetMapping
  Page<Journey> list(Tenant tenant, @PathVariable UUID id, PageRequest page) {
    var after = page.after().map(Position::id).orElse(null);
    var rows =
        transactions.in(
            tenant.id(),
            () -> {
              if (campaigns.find(id).isEmpty()) {
                throw ProblemException.notFound("campaign");
              }
              return journeys.list(id, after, page.rows());
            });
    return page.page(rows, row -> new Position(Instant.EPOCH, row.contactId()), journey -> journey);
  }

  /// The reasons of the last decision on whether this person may be called.
  @GetMapping("/{contactId}/receipt")
  ResponseEntity<String> receipt(
      Tenant tenant, @PathVariable UUID id, @PathVariable UUID contactId) {
    var receipt =
        transactions
            .in(tenant.id(), () -> journeys.receipt(id, contactId))
            .orElseThrow(() -> ProblemException.notFound("receipt"));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(receipt);
  }
}
