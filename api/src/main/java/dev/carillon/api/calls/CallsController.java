package dev.carillon.api.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Transcripts;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Single calls.
@RestController
@RequestMapping("/api/v1/calls")
public final class CallsController {
  private final TenantTransactions transactions;
  private final CallOrders orders;
  private final CallReads calls;
  private final CallCancellations cancellations;
  private final Transcripts transcripts;

  CallsController(
      TenantTransactions transactions,
      CallOrders orders,
      CallReads calls,
      CallCancellations cancellations,
      Transcripts transcripts) {
    this.transactions = transactions;
    this.orders = orders;
    this.calls = calls;
    this.cancellations = cancellations;
    this.transcripts = transcripts;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public CallAnswer order(Tenant tenant, @RequestBody CallRequest request) {
    return transactions.in(tenant.id(), () -> orders.order(tenant.id(), request));
  }

  @GetMapping
  Page<CallView> list(
      Tenant tenant,
      PageRequest page,
      @RequestParam Optional<UUID> contactId,
      @RequestParam Optional<UUID> campaignId,
      @RequestParam Optional<String> state,
      @RequestParam Optional<String> purpose,
      @RequestParam Optional<String> since) {
    var filter =
        CallFilter.of(
            contactId.orElse(null),
            campaignId.orElse(null),
            state.orElse(null),
            purpose.orElse(null),
            since.orElse(null));
    var rows =
        transactions.in(
            tenant.id(), () -> calls.list(filter, page.after().orElse(null), page.rows()));
    return page.page(rows, call -> new Position(call.createdAt(), call.id()), call -> call);
  }

  @GetMapping("/{id}")
  CallView get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> find(id));
  }

  @GetMapping("/{id}/transcript")
  Transcript transcript(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(
        tenant.id(),
        () -> {
          find(id);
          var began = calls.recordedSince(id).orElse(null);
          return new Transcript(
              transcripts.of(id).stream().map(line -> Spoken.of(line, began)).toList());
        });
  }

  @GetMapping("/{id}/receipt")
  ResponseEntity<String> receipt(Tenant tenant, @PathVariable UUID id) {
    var receipt =
        transactions.in(
            tenant.id(),
            () -> {
              find(id);
              return calls.receipt(id).orElseThrow(() -> ProblemException.notFound("receipt"));
            });
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(receipt);
  }

  @PostMapping("/{id}/cancel")
  public CallView cancel(Tenant tenant, @PathVariable UUID id) {
    return cancellations.cancel(tenant.id(), id);
  }

  private CallView find(UUID id) {
    return calls.find(id).orElseThrow(() -> ProblemException.notFound("call"));
  }

  /// What was heard, in order.
  record Transcript(List<Spoken> items, @Nullable String next) {
    Transcript(List<Spoken> items) {
      this(List.copyOf(items), null);
    }
  }

  /// One line of it.
  ///
  /// @param recordingMs where it begins in the recording; left out when there is none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Spoken(
      Instant at,
      TranscriptLine.Speaker who,
      String text,
      boolean interrupted,
      @Nullable Long recordingMs) {
    static Spoken of(TranscriptLine line, @Nullable Instant began) {
      return new Spoken(
          line.at(),
          line.who(),
          line.text(),
          line.interrupted(),
          began == null ? null : Math.max(0, Duration.between(began, line.at()).toMillis()));
    }
  }
}
