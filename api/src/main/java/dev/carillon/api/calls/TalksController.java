package dev.carillon.api.calls;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Timeline;
import dev.carillon.activities.postgres.events.TimelineItem;
import dev.carillon.activities.postgres.people.Contact;
import dev.carillon.activities.postgres.people.Contacts;
import dev.carillon.api.web.Page;
import dev.carillon.api.web.PageRequest;
import dev.carillon.api.web.Position;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is said between the business and one person, on all channels.
@RestController
@RequestMapping("/api/v1/contacts/{id}")
public final class TalksController {
  private static final int LONGEST_TEXT = 1_600;

  private final TenantTransactions transactions;
  private final Contacts contacts;
  private final Timeline timeline;
  private final Messaging messaging;
  private final TimeLimit limit;
  private final Ids ids;

  TalksController(
      TenantTransactions transactions,
      Contacts contacts,
      Timeline timeline,
      Messaging messaging,
      TimeLimit limit,
      Ids ids) {
    this.transactions = transactions;
    this.contacts = contacts;
    this.timeline = timeline;
    this.messaging = messaging;
    this.limit = limit;
    this.ids = ids;
  }

  @GetMapping("/timeline")
  Page<Item> timeline(Tenant tenant, @PathVariable UUID id, PageRequest page) {
    var after = page.after().orElse(null);
    var rows =
        transactions.in(
            tenant.id(),
            () -> {
              find(id);
              return timeline.of(
                  id,
                  after == null ? null : after.at(),
                  after == null ? null : after.id(),
                  page.rows());
            });
    return page.page(rows, item -> new Position(item.at(), item.id()), Item::of);
  }

  @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Sent send(Tenant tenant, @PathVariable UUID id, @RequestBody TextRequest request) {
    return send(tenant, id, request, "rest/" + ids.next());
  }

  /// Sends a text unless one with this key was sent or tried before: then it is `UNKNOWN` what
  /// became of that one.
  public Sent send(Tenant tenant, UUID id, TextRequest request, String dedupeKey) {
    var contact = transactions.in(tenant.id(), () -> find(id));
    var text = request.text() == null ? "" : request.text().strip();
    if (text.isEmpty()) {
      throw ProblemException.field("text", "REQUIRED", "is required");
    }
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.field("text", "TOO_LONG", "has over 1600 characters");
    }
    var order =
        new Messaging.OutgoingText(
            tenant.id(),
            dedupeKey,
            PhoneNumber.of(contact.phoneNumber()),
            text,
            Messaging.Kind.PERSON,
            contact.id(),
            null,
            null);
    return new Sent(delivered(limit.ask("send a text", () -> messaging.send(order))));
  }

  private static String delivered(Messaging.Delivery delivery) {
    return switch (delivery) {
      case SENT -> "SENT";
      case REPEATED, UNKNOWN -> "UNKNOWN";
      case DENIED -> throw ProblemException.conflict("This person may not be texted.");
      case REJECTED -> throw ProblemException.conflict("The carrier refuses this number.");
    };
  }

  private Contact find(UUID id) {
    return contacts.find(id).orElseThrow(() -> ProblemException.notFound("contact"));
  }

  /// A text to be sent.
  public record TextRequest(@Nullable String text) {}

  /// What became of it: `SENT` or `UNKNOWN`.
  public record Sent(String state) {}

  /// One item of the timeline.
  record Item(
      Instant at,
      TimelineItem.Channel channel,
      TimelineItem.Way direction,
      String text,
      @Nullable UUID callId) {
    static Item of(TimelineItem item) {
      return new Item(item.at(), item.channel(), item.direction(), item.text(), item.callId());
    }
  }
}
